import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, holdBooking, test } from './fixtures'
import { answerCallback } from './host'

const most = 25_000

const size = (script: Buffer): number => gzipSync(script).length

/** What every page of Next loads, an empty one too. */
function emptyPage(): number {
  const { rootMainFiles } = JSON.parse(readFileSync('.next/build-manifest.json', 'utf8'))
  return (rootMainFiles as string[])
    .map((file) => size(readFileSync(`.next/${file}`)))
    .reduce((sum, one) => sum + one, 0)
}

async function weightOf(page: Page, path: string): Promise<number> {
  const loaded: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') loaded.push(response.body())
  })
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  page.removeAllListeners('response')
  return (await Promise.all(loaded)).reduce((sum, script) => sum + size(script), 0)
}

test('no page of a person’s account is heavy, and none loads anything from elsewhere', async ({
  page,
  user,
  host,
  createAccount,
  baseURL,
}) => {
  const elsewhere: string[] = []
  await answerCallback(page)
  // The host's own page, after consent, is no page of ours.
  const away = 'https://chat.openai.com/'
  page.on('request', (request) => {
    const url = request.url()
    if (new URL(url).origin !== baseURL && !url.startsWith(away)) elsewhere.push(url)
  })
  const before = ['/sign-in', '/sign-up', '/sign-in/mail', '/reset-password', '/sign-out']
  const empty = emptyPage()
  expect(empty).toBeGreaterThan(50_000)
  const heavy: [string, number][] = []
  const check = async (path: string) => {
    const over = (await weightOf(page, path)) - empty
    if (process.env.SHOW_WEIGHT) console.log(`${path}: ${over} over ${empty}`)
    if (over > most) heavy.push([path, over])
  }
  for (const path of before) await check(path)
  await createAccount(page, user)
  for (const path of [
    '/account',
    ...['activity', 'connections', 'data', 'email', 'keys', 'password', 'security', 'sessions'].map(
      (name) => `/account/${name}`,
    ),
    '/account/security/authenticator',
    '/account/after-reset',
    host.authorizeUrl(),
  ])
    await check(path)

  await page.getByRole('button', { name: 'Allow' }).click()
  const confirm = await holdBooking(host, await host.exchange(await host.back(page)))
  await check(confirm)
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Done')
  await check(confirm)
  await page.goto('/account/connections')
  const asking = page.getByRole('link', { name: 'When it asks you' })
  await check(String(await asking.getAttribute('href')))
  expect(heavy).toEqual([])
  expect(elsewhere.filter((url) => !url.startsWith('data:'))).toEqual([])
})
