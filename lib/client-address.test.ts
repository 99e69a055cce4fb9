import { expect, it, vi } from 'vitest'
import { watchLog } from '@/lib/testing/logged'
import { networkOf } from './client-address'

it('believes a proxy of ours about the last step only, and nobody else about any', async () => {
  for (const [trusted, expected] of [
    ['1', '203.0.113.7'],
    ['', 'unknown'],
  ] as const) {
    vi.resetModules()
    vi.stubEnv('TRUSTED_PROXY', trusted)
    vi.stubEnv('APP_SECRET', 'a secret of this test')
    const { clientAddress } = await import('./client-address')
    expect(clientAddress('10.0.0.1, 203.0.113.7')).toBe(expected)
    expect(clientAddress(null)).toBe('unknown')
  }
  vi.unstubAllEnvs()
})

it('tells the operator of a deployed site, once, of a proxy that it does not trust', async () => {
  const warned = watchLog()
  for (const [origin, proxy, times] of [
    ['http://localhost:3000', '', 0],
    ['https://stays.example', '1', 0],
    ['https://stays.example', '', 1],
  ] as const) {
    vi.resetModules()
    vi.stubEnv('APP_ORIGIN', origin)
    vi.stubEnv('TRUSTED_PROXY', proxy)
    vi.stubEnv('APP_SECRET', 'thirty-two characters and a few more')
    vi.stubEnv('DATABASE_URL', 'postgres://localhost/nowhere')
    const { clientAddress } = await import('./client-address')
    clientAddress(null)
    for (const address of ['203.0.113.7', '203.0.113.8']) clientAddress(address)
    expect(warned.lines()).toHaveLength(times)
  }
  expect(warned.text()).not.toContain('203.0.113')
  vi.unstubAllEnvs()
  warned.restore()
})

it('reads an address with a port, and takes nothing for one that is none', async () => {
  vi.resetModules()
  vi.stubEnv('TRUSTED_PROXY', '1')
  vi.stubEnv('APP_SECRET', 'a secret of this test')
  const { clientAddress } = await import('./client-address')
  expect(clientAddress('203.0.113.7:4711')).toBe('203.0.113.7')
  expect(clientAddress('[2001:db8::1]:4711')).toBe('2001:db8::1')
  expect(clientAddress('::ffff:203.0.113.7')).toBe('203.0.113.7')
  for (const none of ['dead', '999.1.1.1', '1.2.3', 'x:1', '']) {
    expect(clientAddress(none)).toBe('unknown')
  }
  vi.unstubAllEnvs()
})

it('counts what one visitor can choose from as one place', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7')
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0')
  expect(networkOf('unknown')).toBe('unknown')
})
