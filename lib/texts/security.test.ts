import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { serveDocument } from '@/lib/document'
import { securityTxt } from './security'

const settings = vi.hoisted(() => ({
  origin: 'https://stays.example',
  securityContact: null as string | null,
}))
vi.mock('@/lib/env', () => ({ env: () => settings }))

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-23T13:00:00Z') }))
afterEach(() => void vi.useRealTimers())

const fieldsOf = (text: string) =>
  Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => line.split(/: (.*)/)),
  )

it('says whom to tell about a weakness, and where this text lies', () => {
  expect(fieldsOf(securityTxt.text())).toMatchObject({
    Contact: 'https://stays.example/support',
    Canonical: 'https://stays.example/.well-known/security.txt',
    'Preferred-Languages': 'en',
  })
  settings.securityContact = 'mailto:security@stays.example'
  expect(fieldsOf(securityTxt.text()).Contact).toBe('mailto:security@stays.example')
})

it('expires in less than a year, also in a process that has run for two', async () => {
  const serve = serveDocument(securityTxt)
  for (const day of ['2026-11-23', '2027-08-01', '2028-11-23']) {
    vi.setSystemTime(Date.parse(`${day}T13:00:00Z`))
    const text = await (await serve(new Request('https://stays.example/x'))).text()
    const days = (Date.parse(String(fieldsOf(text).Expires)) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(30)
    expect(days).toBeLessThan(365)
  }
})
