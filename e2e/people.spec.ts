import { signOut } from './fixtures'
import { mailedLink } from './mailed'
import { expectReadable } from './readable'
import { expect, test } from './staff'
import { enterPassword, turnOnTwoSteps } from './ways-in'

test('an operator suspends somebody, who is told so; both read what was done', async ({
  page,
  browser,
  user,
  becomeStaff,
  createAccount,
}) => {
  test.slow()
  const name = '<b>Bob</b> =1+1'
  const bob = { ...user, name, email: `bob-${user.email}` }
  const his = await (await browser.newContext()).newPage()
  await createAccount(his, bob)

  await becomeStaff(page, { ...user, email: `operator-${user.email}` })
  await page.goto(`/admin/people?q=${bob.email}`)
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { name: 'Held actions' })).toBeVisible()
  await expectReadable(page)
  const there = page.url()
  await page.getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByRole('heading', { name: 'Suspended' })).toBeVisible()

  await his.goto('/sign-in')
  await enterPassword(his, bob)
  await expect(his.getByText('This account is suspended.')).toBeVisible()

  await page.goto(there)
  await page.getByRole('button', { name: 'Take the suspension back' }).click()
  await expect(page.getByRole('heading', { name: 'Stop' })).toBeVisible()
  await his.getByLabel('Password').fill(bob.password)
  await his.getByRole('button', { name: 'Sign in', exact: true }).click()
  await his.waitForURL('**/account')
  await his.goto('/account/activity')
  await expect(
    his.getByRole('listitem').getByText('An operator looked at your account'),
  ).toBeVisible()

  await page.getByRole('link', { name: 'What operators did to this account' }).click()
  await expect(page.getByText('person.suspended')).toBeVisible()
  await his.context().close()
})

test('an operator lets somebody in who lost their phone and their recovery codes', async ({
  page,
  browser,
  user,
  becomeStaff,
  createAccount,
}) => {
  test.slow()
  const bob = { ...user, email: `bob-${user.email}` }
  const his = await (await browser.newContext()).newPage()
  await createAccount(his, bob)
  await turnOnTwoSteps(his)
  await signOut(his)

  await becomeStaff(page, { ...user, email: `operator-${user.email}` })
  await page.goto(`/admin/people?q=${bob.email}`)
  await page.getByRole('link', { name: bob.name }).click()
  await expect(page.getByRole('heading', { name: 'Two-step sign-in' })).toBeVisible()
  await expectReadable(page)
  await page.getByRole('button', { name: 'Take the second step away' }).click()
  await expect(page.getByRole('heading', { name: 'Two-step sign-in' })).toHaveCount(0)

  await his.goto('/sign-in')
  await enterPassword(his, bob)
  await his.waitForURL('**/account')
  await expect(his.getByText('two-step sign-in was turned off')).toBeVisible()
  await page.getByRole('link', { name: 'What operators did to this account' }).click()
  await expect(page.getByText('person.second_step_removed')).toBeVisible()
  await his.context().close()
})

test('an analyst is invited by mail, takes the invitation, and reads without changing', async ({
  page,
  browser,
  user,
  becomeStaff,
  signUp,
}) => {
  test.slow()
  await becomeStaff(page, { ...user, email: `operator-${user.email}` })
  await page.goto('/admin/people/invitations')
  await page.getByLabel('Email').fill(user.email)
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByText('A mail is on its way')).toBeVisible()

  const theirs = await (await browser.newContext()).newPage()
  await theirs.goto(await mailedLink(page, user.email, 'invited'))
  await theirs.getByRole('link', { name: 'Create account' }).click()
  await signUp(theirs, user)
  await theirs.getByRole('button', { name: 'Take the invitation' }).click()
  await expect(theirs.getByText('You are an analyst')).toBeVisible()
  await theirs.goto('/admin/clients/new')
  await expect(theirs.getByText('Only operators can register a client')).toBeVisible()
  await theirs.context().close()
})
