import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { newPage } from './mailed'
import { type Running, run } from './processes'
import { expect, makeStaff, test } from './staff'

// What is set here holds for everybody: a site of its own.
test.describe.configure({ mode: 'default' })

const settings = { DATA_DIR: mkdtempSync(join(tmpdir(), 'settings-')), APP_ORIGIN: '' }
let site: Running
let origin: string

test.beforeAll(async () => {
  test.setTimeout(120_000)
  site = await run(() => ['scripts/start.mjs'], settings)
  origin = `http://localhost:${site.port}`
})

test.afterAll(() => site?.stop('SIGINT'))

const save = (page: Page, section: string) =>
  page.getByRole('region', { name: section }).getByRole('button', { name: 'Save' }).click()

test('of two operators who set one thing the second is told, and an analyst changes nothing', async ({
  browser,
  user,
  signUp,
}) => {
  const first = await newPage(browser, origin)
  await first.goto('/sign-up')
  await signUp(first, user)
  await first.waitForURL('**/account')
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
}) => {
  const page = await newPage(browser, origin, { javaScriptEnabled: false })
  await page.goto('/sign-up')
  await signUp(page, user)
  await page.waitForURL('**/account')
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
