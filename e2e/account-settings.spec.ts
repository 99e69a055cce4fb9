import { randomUUID } from 'node:crypto'
import { openDatabase } from '@/scripts/database/open'
import { expect, test } from './fixtures'
import { heading, mailedLink, newPage } from './mailed'

test('a person sees where they are signed in, and signs all others out at once', async ({
  browser,
  baseURL,
  page,
  user,
  createAccount,
}) => {
  await createAccount(page, user)
  const others = [await newPage(browser, baseURL), await newPage(browser, baseURL)]
  for (const other of others) {
    await other.goto('/sign-in?next=/account')
    await other.getByLabel('Email').fill(user.email)
    await other.getByLabel('Password').fill(user.password)
    await other.getByRole('button', { name: 'Sign in' }).click()
    await expect(heading(other)).toHaveText('Your account')
  }
  await page.goto('/account')
  await page.getByRole('link', { name: 'Where you are signed in' }).click()
  await expect(page.getByText('Chrome on Linux')).toHaveCount(3)
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await expect(page.getByText('Chrome on Linux')).toHaveCount(2)
  await page.getByRole('button', { name: 'Sign out all others' }).click()
  await expect(page.getByText('You are signed in nowhere else.')).toBeVisible()
  for (const other of others) {
    await other.reload()
    await expect(heading(other)).toHaveText('Please sign in')
  }
  await page.goto('/account')
  await expect(heading(page)).toHaveText('Your account')
})

test('nobody ends a sign-in of somebody else', async ({
  browser,
  baseURL,
  page,
  user,
  signUp,
  createAccount,
}) => {
  const victim = await newPage(browser, baseURL)
  await createAccount(victim, { ...user, email: `${randomUUID()}@example.com` })
  const second = await newPage(browser, baseURL)
  for (const own of [page, second]) {
    await own.goto(own === page ? '/sign-up' : '/sign-in')
    if (own === page) await signUp(own, user)
    else {
      await own.getByLabel('Email').fill(user.email)
      await own.getByLabel('Password').fill(user.password)
      await own.getByRole('button', { name: 'Sign in' }).click()
    }
    await own.waitForURL('**/account')
  }
  await openDatabase({ what: 'e2e', lasting: false })
  const { db } = await import('@/lib/data/db')
  const session = await db().session.findFirst({
    where: { account: { email: { not: user.email } } },
    orderBy: { createdAt: 'desc' },
  })
  await page.goto('/account/sessions')
  await page.locator('input[name=session]').evaluate((input: HTMLInputElement, id) => {
    input.value = id
  }, String(session?.id))
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await victim.reload()
  await expect(heading(victim)).toHaveText('Your account')
})

test('an address changes when the old and the new one have confirmed', async ({
  page,
  user,
  createAccount,
}) => {
  await createAccount(page, user)
  await page.goto(await mailedLink(page, user.email, 'verify-email'))
  await page.getByRole('button', { name: 'Confirm' }).click()
  const email = `${randomUUID()}@example.com`
  await page.goto('/account/email')
  await page.getByLabel('New email address').fill(email)
  await page.getByLabel('Your password').fill('not mine')
  await page.getByRole('button', { name: 'Change the address' }).click()
  await expect(page.getByText('This is not your password.').first()).toBeVisible()
  await page.getByLabel('Your password').fill(user.password)
  await page.getByRole('button', { name: 'Change the address' }).click()
  await expect(heading(page)).toHaveText('Look at your mail')
  const links = [user.email, email].map((to) => () => mailedLink(page, to, 'change-email'))
  for (const [at, answer] of ['One of two', 'Your address is changed'].entries()) {
    await page.goto(String(await links[at]?.()))
    await page.getByRole('button', { name: 'Confirm' }).click()
    await expect(heading(page)).toHaveText(answer)
  }
  await page.goto('/account')
  await expect(page.getByText(email)).toBeVisible()
})

test('a new password signs other browsers out, and the old one is worth nothing', async ({
  browser,
  baseURL,
  page,
  user,
  createAccount,
}) => {
  await createAccount(page, user)
  await page.goto('/account/password')
  await page.getByLabel('Current password').fill(user.password)
  await page.getByLabel('New password').fill('quite another sentence')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByRole('status')).toContainText('Your password is changed.')
  const other = await newPage(browser, baseURL)
  await other.goto('/sign-in')
  await other.getByLabel('Email').fill(user.email)
  await other.getByLabel('Password').fill(user.password)
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByText('do not go together').first()).toBeVisible()
})
