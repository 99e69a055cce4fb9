import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MailServer, startMailServer } from '@/lib/testing/mail-server'
import { openDatabase } from '@/scripts/database/open'
import { expect, signOut, test } from './fixtures'
import { answerCallback, createHost } from './host'
import { heading, newPage } from './mailed'
import { freePort, nextStart, type Running, run } from './processes'

// One server for all, not one a worker.
test.describe.configure({ mode: 'default' })

let mail: MailServer
let site: Running
let settings: Record<string, string>

test.beforeAll(async () => {
  test.setTimeout(120_000)
  mail = await startMailServer()
  const database = await openDatabase({ what: 'e2e', lasting: false })
  const port = await freePort()
  settings = {
    APP_ORIGIN: `http://localhost:${port}`,
    DATABASE_URL: database.url,
    DATABASE_EMBEDDED: database.embedded ? '1' : '',
    APP_SECRET: readFileSync(join(String(process.env.DATA_DIR), 'secret'), 'utf8').trim(),
  }
  site = await run(nextStart, { ...settings, SMTP_URL: mail.url }, port)
})

test.afterAll(async () => {
  await site?.stop()
  await mail?.stop()
})

const linkTo = async (email: string): Promise<string> => {
  const newest = () => mail.received.findLast(({ to }) => to === email)?.text
  await expect.poll(newest).toBeDefined()
  return String(newest()?.match(/https?:\S+\/verify-email\/\S+/)?.[0])
}

test('a person signs up inside a request, opens the mail, and comes to the consent', async ({
  browser,
  user,
  signUp,
}) => {
  const host = await createHost(String(settings.APP_ORIGIN), settings)
  const page = await newPage(browser, settings.APP_ORIGIN)
  await answerCallback(page)
  await page.goto(host.authorizeUrl())
  await page.getByRole('link', { name: 'Create an account' }).click()
  await signUp(page, user)
  await expect(heading(page)).toHaveText('Look at your mail')
  await page.goto(await linkTo(user.email))
  await page.getByRole('button', { name: 'Confirm and continue' }).click()
  await page.getByRole('button', { name: 'Allow' }).click()
  await host.exchange(await host.back(page))
})

test('the answer is the same for an address that has an account', async ({
  browser,
  user,
  signUp,
}) => {
  const page = await newPage(browser, settings.APP_ORIGIN)
  const answers: string[] = []
  for (const round of ['free', 'taken']) {
    await page.goto('/sign-up')
    await signUp(page, user)
    await expect(heading(page)).toHaveText('Look at your mail')
    answers.push(page.url() + (await page.locator('main').innerText()))
    if (round === 'taken') continue
    await page.goto(await linkTo(user.email))
    await page.getByRole('button', { name: 'Confirm and continue' }).click()
    await page.waitForURL('**/account')
    await signOut(page)
  }
  expect(answers[1]).toBe(answers[0])
  await expect
    .poll(() => mail.received.findLast(({ to }) => to === user.email)?.subject)
    .toMatch(/already/)
})

test('an account that a stranger asked for with my address is not made by my click', async ({
  browser,
  user,
  signUp,
}) => {
  const stranger = await newPage(browser, settings.APP_ORIGIN)
  await stranger.goto('/sign-up')
  await signUp(stranger, user)
  await expect(heading(stranger)).toHaveText('Look at your mail')
  const page = await newPage(browser, settings.APP_ORIGIN)
  await page.goto(await linkTo(user.email))
  await expect(page.getByText('in another browser')).toBeVisible()
  await page.getByLabel('Password').fill('what would it be')
  await page.getByRole('button', { name: 'Confirm and continue' }).click()
  await expect(page.getByText('not the password that was chosen').first()).toBeVisible()
})

test('a deployed site without one offers nothing by mail and has no outbox', async () => {
  const deployed = await run(nextStart, {
    ...settings,
    APP_ORIGIN: 'https://stays.test',
    APP_SECRET: 'thirty-two characters and a few more',
  })
  const get = (path: string) => fetch(`http://localhost:${deployed.port}${path}`)
  const signIn = await (await get('/sign-in')).text()
  expect(signIn).toContain('Sign in')
  expect(signIn).not.toMatch(/Forgot|by mail/)
  expect(await (await get('/reset-password')).text()).toContain('This site sends no mail')
  expect((await get('/outbox')).status).toBe(404)
  await deployed.stop()
})
