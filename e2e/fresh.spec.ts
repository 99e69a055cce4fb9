import type { Page } from '@playwright/test'
import { db } from '@/lib/data/db'
import { openDatabase } from '@/scripts/database/open'
import { expect, test, type User } from './fixtures'

test.use({ javaScriptEnabled: false })

/** As if the person had signed in eleven minutes ago. */
async function growStale({ email }: User): Promise<void> {
  await openDatabase({ what: 'e2e', lasting: false })
  const createdAt = new Date(Date.now() - 11 * 60_000)
  await db().session.updateMany({ where: { account: { email } }, data: { createdAt } })
}

const deleteMe = async (page: Page, { email }: User) => {
  await page.getByLabel('Your email address').fill(email)
  await page.getByRole('button', { name: 'Delete my account' }).click()
}

const makeKey = async (page: Page) => {
  await page.getByLabel('Name', { exact: true }).fill('My agent')
  await page.getByLabel('See your reservations').check()
  await page.getByRole('button', { name: 'Make a key' }).click()
}

const changeEmail = async (page: Page, { password }: User) => {
  await page.getByLabel('New email address').fill('new@example.com')
  await page.getByLabel('Your password').fill(password)
  await page.getByRole('button', { name: 'Change the address' }).click()
}

test('who signed in a while ago shows again that it is them before what cannot be undone', async ({
  page,
  user,
  createAccount,
}) => {
  await createAccount(page, user)
  for (const [path, act] of [
    ['/account/keys', () => makeKey(page)],
    ['/account/email', () => changeEmail(page, user)],
    ['/account/data', () => deleteMe(page, user)],
  ] as const) {
    // The page was made before; its form is still there.
    await page.goto(path)
    await growStale(user)
    await act()
    await page.waitForURL(`**/sign-in?next=${encodeURIComponent(path)}&again=1`)
    await page.goto(path)
    const forms = page.getByRole('button', {
      name: /Make a key|Change the address|Delete my account/,
    })
    await expect(forms).toHaveCount(0)
    await page.getByRole('link', { name: 'Sign in again' }).click()
    await page.getByLabel('Email').fill(user.email)
    await page.getByLabel('Password').fill(user.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(`**${path}`)
    await expect(forms).toHaveCount(1)
  }
  await growStale(user)
  const response = await page.request.get('/account/data/download', { maxRedirects: 0 })
  expect([response.status(), response.headers().location]).toEqual([
    303,
    '/sign-in?next=%2Faccount%2Fdata&again=1',
  ])
  const account = await db().account.findUnique({ where: { email: user.email } })
  const keys = await db().apiKey.count({ where: { accountId: account?.id } })
  expect([keys, account?.deleteAfter]).toEqual([0, null])
})
