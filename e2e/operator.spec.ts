import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { newPage } from './mailed'
import { type Running, run } from './processes'
import { expect, makeStaff, test } from './staff'

// What is done here holds for everybody: a site of its own.
test.describe.configure({ mode: 'default' })

// Another story of this process may have named the database of all.
const settings = {
  ...{ DATABASE_URL: '', APP_ORIGIN: '' },
  DATA_DIR: mkdtempSync(join(tmpdir(), 'operator-')),
}
let site: Running
let origin: string

test.beforeAll(async () => {
  test.setTimeout(120_000)
  site = await run(() => ['scripts/start.mjs'], settings)
  origin = `http://localhost:${site.port}`
})

test.afterAll(() => site?.stop('SIGINT'))

/** Made anew, as at each start; null once there is an operator. */
async function operatorLink(): Promise<string | null> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'e2e/operator-link.ts'],
    { env: { ...process.env, ...settings } },
  )
  return JSON.parse(stdout)
}

test('the first visitor of the link becomes the operator, and the link is used up', async ({
  browser,
  user,
  signUp,
}) => {
  const page = await newPage(browser, origin)
  const link = new URL(String(await operatorLink())).pathname
  await page.goto(link)
  await page.getByRole('link', { name: 'Create account' }).click()
  await signUp(page, user)
  await page.getByRole('button', { name: 'Become the operator' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('You are the operator')

  const late = await newPage(browser, origin)
  await late.goto(link)
  await expect(late.getByRole('button', { name: 'Become the operator' })).toHaveCount(0)
  expect(await operatorLink()).toBeNull()
})

const save = (page: Page, section: string) =>
  page.getByRole('region', { name: section }).getByRole('button', { name: 'Save' }).click()

test('of two operators who set one thing the second is told, and an analyst changes nothing', async ({
  browser,
  user,
  createAccount,
}) => {
  const first = await newPage(browser, origin)
  await createAccount(first, user)
  await makeStaff(user, 'operator', settings)
  await first.goto('/admin/settings')
  const second = await first.context().newPage()
  await second.goto('/admin/settings')

  await first.getByLabel('Times the limits').fill('2')
  await save(first, 'Limits on calls')
  await expect(first.getByRole('status')).toHaveText('Saved.')
  await second.getByLabel('Times the limits').fill('3')
  await save(second, 'Limits on calls')
  await expect(second.getByText('Somebody else changed this while you did.')).toBeVisible()
  await expect(second.getByLabel('Times the limits')).toHaveValue('3')
  await first.goto('/admin/settings')
  await expect(first.getByLabel('Times the limits')).toHaveValue('2')

  await first.getByLabel('Times the limits').fill('none')
  await save(first, 'Limits on calls')
  await expect(first.getByLabel('Times the limits')).toHaveAttribute('aria-invalid', 'true')

  await makeStaff(user, 'analyst', settings)
  await second.goto('/admin/settings')
  await second.getByLabel('Times the limits').fill('9')
  await save(second, 'Limits on calls')
  await expect(second.getByText('Only operators can change this.').first()).toBeVisible()

  await second.goto('/admin/audit?target=call-limits')
  await expect(second.getByRole('row')).toHaveCount(2)
})

test('an operator closes the door to new accounts, and sees that mail goes out', async ({
  browser,
  user,
  signUp,
  createAccount,
}) => {
  const page = await newPage(browser, origin, { javaScriptEnabled: false })
  await createAccount(page, user)
  await makeStaff(user, 'operator', settings)
  const stranger = await newPage(browser, origin)
  await stranger.goto('/sign-up')

  await page.goto('/admin/settings')
  await page.getByLabel('None are made; who has one signs in').check()
  await page.getByLabel('A link by mail').uncheck()
  await save(page, 'Signing in')
  await expect(page.getByRole('status')).toHaveText('Saved.')
  await signUp(stranger, { ...user, email: `late-${user.email}` })
  await expect(stranger.getByText('No new accounts are made right now.').first()).toBeVisible()
  await stranger.goto('/sign-up')
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(
    'New accounts are not made right now',
  )
  await stranger.goto('/sign-in')
  await expect(stranger.getByRole('link', { name: 'Sign in by mail' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Send me a test mail' }).click()
  await expect(page.getByRole('status')).toHaveText('The test mail is on its way.')
  await page.goto('/outbox')
  await expect(page.getByRole('heading', { name: 'A test mail' })).toBeVisible()
})

test('a person who comes by 127.0.0.1 is sent to the address that cookies belong to', async ({
  request,
  baseURL,
}) => {
  const other = String(baseURL).replace('localhost', '127.0.0.1')
  const response = await request.get(`${other}/sign-in?next=/account`, { maxRedirects: 0 })
  expect(response.status()).toBe(303)
  expect(response.headers().location).toBe(`${baseURL}/sign-in?next=/account`)
})
