import { expect, it, vi } from 'vitest'

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
