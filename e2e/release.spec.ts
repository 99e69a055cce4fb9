import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openDatabase } from '@/scripts/database/open'
import { answerCallback, createHost, type Host } from './host'
import { heading, mailedLink, newPage } from './mailed'
import { freePort, nextStart, type Running, run } from './processes'
import { expectReadable } from './readable'
import { expect, test } from './staff'

let site: Running
let settings: Record<string, string>

// A site of its own on the same database, so that the other stories go on in public.
test.beforeAll(async () => {
  test.setTimeout(120_000)
  const database = await openDatabase({ what: 'e2e', lasting: false })
  const port = await freePort()
  settings = {
    APP_ORIGIN: `http://localhost:${port}`,
    DATABASE_URL: database.url,
    DATABASE_EMBEDDED: database.embedded ? '1' : '',
    APP_SECRET: readFileSync(join(String(process.env.DATA_DIR), 'secret'), 'utf8').trim(),
  }
  site = await run(nextStart, { ...settings, RELEASE_STAGE: 'testing' }, port)
})

test.afterAll(() => site?.stop())

async function expectAccess(page: Page, host: Host): Promise<void> {
  await page.goto(host.authorizeUrl())
  await page.getByRole('button', { name: 'Allow' }).click()
  const tokens = await host.exchange(await host.back(page))
  expect((await host.call(tokens.access_token, '/api/reservations')).status).toBe(200)
}

test('a tester is invited and links; a stranger is turned away, asks, is let in, and links; then it goes public', async ({
  browser,
  user,
  signUp,
  becomeStaff,
}) => {
  test.setTimeout(180_000)
  const origin = String(settings.APP_ORIGIN)
  const host = await createHost(origin, settings)
  const [operator, tester, stranger] = [
    await newPage(browser, origin),
    await newPage(browser, origin, { javaScriptEnabled: false }),
    await newPage(browser, origin),
  ]
  for (const page of [tester, stranger]) await answerCallback(page)
  await becomeStaff(operator, { ...user, email: `operator-${user.email}` })
  await operator.goto('/admin/release')
  await expect(operator.getByText('Testing').first()).toBeVisible()
  await operator.getByLabel('Their email address').fill(user.email)
  await operator.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(operator.getByText('The invitation is made.')).toBeVisible()

  await tester.goto(await mailedLink(operator, user.email, 'invitation'))
  await tester.getByRole('link', { name: 'Create account' }).click()
  await signUp(tester, user)
  await tester.getByRole('button', { name: 'Accept the invitation' }).click()
  await expect(heading(tester)).toHaveText('You are in')
  await expectAccess(tester, host)

  await stranger.goto(host.authorizeUrl())
  await stranger.getByRole('link', { name: 'Create an account' }).click()
  const name = 'Grace <b>Hopper</b>'
  await signUp(stranger, { ...user, name, email: `stranger-${user.email}` })
  await expect(heading(stranger)).toContainText('is not open to everybody yet')
  await stranger.getByLabel('Why you would like to try it').fill('I <i>travel</i> a lot')
  await stranger.getByRole('button', { name: 'Request access' }).click()
  await expect(stranger.getByText('You asked for access.')).toBeVisible()
  await expectReadable(stranger)
  await stranger.getByRole('button', { name: 'Go back to' }).click()
  expect(Object.fromEntries((await host.back(stranger)).searchParams)).toMatchObject({
    error: 'access_denied',
    state: 'state-of-the-host',
    iss: origin,
  })

  await operator.goto('/admin/release/requests')
  const request = operator.getByRole('row').filter({ hasText: `stranger-${user.email}` })
  await expect(request).toContainText('I <i>travel</i> a lot')
  await request.getByRole('button', { name: 'Let in' }).click()
  await expect(request).toHaveCount(0)
  await stranger.goto('/account')
  await expect(stranger.getByText('You were let in')).toBeVisible()
  await expectAccess(stranger, host)

  // Going public changes nothing for the other stories, and is the end of this one.
  const other = await operator.context().newPage()
  for (const page of [operator, other]) await page.goto('/admin/release')
  for (const page of [operator, other]) {
    await page.getByRole('radio', { name: 'Public' }).check()
    await page.getByRole('button', { name: 'Change the stage' }).click()
    const answer = page === operator ? 'The stage is changed.' : 'Somebody else changed this'
    await expect(page.getByText(answer)).toBeVisible()
  }
})
