import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeEach, expect, test, vi } from 'vitest'
import { getFunnel } from '@/lib/attempts/funnel'
import { mailMode } from '@/lib/mail/mode'
import { findMailTrouble } from '@/lib/mail/trouble'
import { listSigningKeys } from '@/lib/oauth/keys'
import { countRequests } from '@/lib/release/requests'
import { listCalls } from '@/lib/stats/read-calls'
import { getRefreshHealth, toHealth } from '@/lib/stats/refresh-health'
import { lastSweep } from '@/lib/sweep/last'
import { listAttention } from './attention'

vi.mock('@/lib/attempts/funnel')
vi.mock('@/lib/mail/mode')
vi.mock('@/lib/mail/trouble')
vi.mock('@/lib/oauth/keys')
vi.mock('@/lib/release/requests')
vi.mock('@/lib/stats/read-calls')
vi.mock('@/lib/sweep/last')
vi.mock('@/lib/stats/refresh-health', { spy: true })

const hour = (calls: number, failed: number) => ({
  ...{ at: new Date(), calls, failed, refused: 0, p50: 1, p95: 1 },
})

const host = (host: 'claude' | 'cursor', started: number, failed: number) => ({
  ...{ host, started, failed, completed: started - failed, declined: 0, abandoned: 0, open: 0 },
})

const key = (days: number) => ({
  ...{ kid: 'k', state: 'signs' as const, createdAt: new Date(), retiresAt: null },
  signsFrom: new Date(Date.now() - days * 86_400_000),
})

const swept = (hoursAgo: number, error: string | null = null) => ({
  ...{ room: 'activity', ms: 1, rows: 0, more: false, error },
  at: new Date(Date.now() - hoursAgo * 3600_000),
})

const lost = (n: number) =>
  toHealth([
    { outcome: 'ok', all: 500, slow: 100, fast: 50 },
    { outcome: 'replayed', all: n, slow: n, fast: n },
  ])

beforeEach(() => {
  vi.mocked(getFunnel).mockResolvedValue({ stages: [], hosts: [] })
  vi.mocked(mailMode).mockReturnValue('smtp')
  vi.mocked(findMailTrouble).mockResolvedValue(null)
  vi.mocked(countRequests).mockResolvedValue(0)
  vi.mocked(lastSweep).mockResolvedValue([swept(1), swept(50)])
  vi.mocked(listSigningKeys).mockResolvedValue([key(10)])
  vi.mocked(listCalls).mockResolvedValue([hour(0, 0), hour(1000, 1)])
  vi.mocked(getRefreshHealth).mockResolvedValue(lost(0))
})

const needed = async () => (await listAttention()).map(({ what }) => what)

test('nothing is asked of anybody while all is well, nor by what few can prove', async () => {
  expect(await needed()).toEqual([])
  vi.mocked(listCalls).mockResolvedValue([hour(5, 4), hour(10, 9)])
  vi.mocked(getFunnel).mockResolvedValue({ stages: [], hosts: [host('cursor', 4, 4)] })
  vi.mocked(getRefreshHealth).mockResolvedValue(lost(0))
  expect(await needed()).toEqual([])
})

test('each thing that is wrong is told with the page that mends it, what is urgent first', async () => {
  vi.mocked(mailMode).mockReturnValue('none')
  vi.mocked(lastSweep).mockResolvedValue([swept(30)])
  vi.mocked(listSigningKeys).mockResolvedValue([key(400)])
  vi.mocked(listCalls).mockResolvedValue([hour(50, 2), hour(50, 8)])
  vi.mocked(getFunnel).mockResolvedValue({
    stages: [],
    hosts: [host('claude', 100, 20), host('cursor', 10, 7)],
  })
  vi.mocked(getRefreshHealth).mockResolvedValue(lost(5))
  expect(await listAttention()).toMatchObject([
    { what: 'Connections are lost when they refresh', href: '#refreshes', isUrgent: true },
    { what: '10 % of the calls fail on our side', href: '#operations' },
    { what: 'Most attempts by Cursor fail', href: '/admin/doctor?host=cursor&end=failed' },
    { what: 'What has expired is not removed', href: '/admin/health' },
    { what: 'The signing key is more than a year old', href: '/admin/keys' },
    { what: 'Nobody can reset a password', href: '/admin/settings' },
  ])
})

test('a sweep that fails is told by its room, and a site that has not swept yet by nothing', async () => {
  vi.mocked(lastSweep).mockResolvedValue([swept(1), { ...swept(1, 'Error'), room: 'attempts' }])
  expect(await needed()).toEqual(['Removing old rows of attempts fails'])
  vi.mocked(lastSweep).mockResolvedValue([])
  expect(await needed()).toEqual([])
})

test('each button leads to a page that is there', () => {
  const hrefs = readdirSync('lib/attention')
    .filter((file) => !file.includes('.test.'))
    .map(
      (file) => readFileSync(`lib/attention/${file}`, 'utf8').match(/href: ['`](#|[^'`?#$]+)/)?.[1],
    )
    .filter((href) => href !== undefined)
  expect(hrefs.length).toBeGreaterThan(4)
  const missing = hrefs.filter(
    (href) => !href.startsWith('#') && !existsSync(`app${href}/page.tsx`),
  )
  expect(missing).toEqual([])
})

test('who asks to be let in is not kept waiting', async () => {
  vi.mocked(countRequests).mockResolvedValue(2)
  expect(await needed()).toEqual(['2 people ask to be let in'])
})

test('mail that is not taken is urgent, and told with what the server has against it', async () => {
  const at = new Date('2026-11-30T10:20:30Z')
  const trouble = { code: 'EAUTH', status: 535, mails: 3, since: at, latestAt: at }
  vi.mocked(findMailTrouble).mockResolvedValue(trouble)
  const [told] = await listAttention()
  expect(told).toMatchObject({ what: 'Mail is not sent', isUrgent: true })
  expect(told?.why).toMatch(/^3 mails were given up since 2026-11-30 10:20 UTC\. .* \(EAUTH 535\)/)
})
