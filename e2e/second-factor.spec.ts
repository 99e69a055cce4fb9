import { db } from '@/lib/data/db'
import { codeOf } from '@/lib/testing/authenticator'
import { openDatabase } from '@/scripts/database/open'
import { expect, signOut, test } from './fixtures'
import { answerCallback } from './host'
import { expectReadable } from './readable'
import {
  addDevice,
  addPasskey,
  enterCode,
  enterPassword,
  halfMinute,
  isSignedIn,
  turnOnTwoSteps,
} from './ways-in'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a person turns on two steps, and links an assistant by password and code', async ({
      page,
      context,
      user,
      host,
      createAccount,
    }) => {
      await answerCallback(page)
      await createAccount(page, user)
      const { secret } = await turnOnTwoSteps(page)
      await signOut(page)

      await page.goto(host.authorizeUrl())
      await enterPassword(page, user)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more step')
      expect(await isSignedIn(context)).toBe(false)

      await enterCode(page, '000000')
      await expect(page.getByText('This code is not right').first()).toBeVisible()
      await expect(page.getByLabel('Code')).toHaveAttribute('aria-invalid', 'true')
      await enterCode(page, codeOf(secret, Date.now() + halfMinute))
      await page.getByRole('button', { name: 'Allow' }).click()
      const tokens = await host.exchange(await host.back(page))
      expect((await host.call(tokens.access_token, '/api/reservations')).status).toBe(200)
    })

    test('a person without their phone gets in by a recovery code, once', async ({
      page,
      user,
      createAccount,
    }) => {
      await createAccount(page, user)
      const { codes } = await turnOnTwoSteps(page)
      await signOut(page)
      await page.goto('/sign-in?next=/account/security')
      await enterPassword(page, user)
      await enterCode(page, String(codes[3]))
      await expect(page.getByText('9 recovery codes left')).toBeVisible()
      await signOut(page)
      await page.goto('/sign-in')
      await enterPassword(page, user)
      await enterCode(page, String(codes[3]))
      await expect(page.getByText('or was used already').first()).toBeVisible()
    })
  })
}

test('a code, and the step it belongs to, count once', async ({
  page,
  context,
  browser,
  user,
  createAccount,
}) => {
  await createAccount(page, user)
  const { secret, codes } = await turnOnTwoSteps(page)
  await signOut(page)
  await page.goto('/sign-in')
  await enterPassword(page, user)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more step')
  const half = await context.cookies()
  const code = codeOf(secret, Date.now() + halfMinute)
  await enterCode(page, code)
  await page.waitForURL('**/account')

  const thief = await browser.newContext()
  await thief.addCookies(half)
  const stolen = await thief.newPage()
  await stolen.goto('/sign-in/second-step')
  await enterCode(stolen, code)
  await expect(stolen.getByText('or was used already').first()).toBeVisible()
  // Even with a good code: the step was done.
  await enterCode(stolen, String(codes[0]))
  await expect(stolen.getByRole('heading', { level: 1 })).toHaveText('Please sign in again')
  expect(await isSignedIn(thief)).toBe(false)
  await thief.close()
})

test('the password alone opens no other road to an account with two steps', async ({
  page,
  request,
  user,
  createAccount,
}) => {
  const signInByApi = async () => {
    const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
    const { email, password } = user
    await request.post('/api/auth/callback/credentials', {
      form: { csrfToken, email, password, json: 'true' },
    })
    return (await (await request.get('/api/auth/session')).json()).user
  }
  await createAccount(page, user)
  expect(await signInByApi()).toMatchObject({ email: user.email })
  await turnOnTwoSteps(page)
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  await request.post('/api/auth/signout', { form: { csrfToken, json: 'true' } })
  expect(await signInByApi()).toBeUndefined()
})

test('who signed in a while ago shows again that it is them before a factor changes', async ({
  page,
  user,
  createAccount,
}) => {
  await createAccount(page, user)
  await turnOnTwoSteps(page)
  await page.goto('/account/security')
  await openDatabase({ what: 'e2e', lasting: false })
  const createdAt = new Date(Date.now() - 11 * 60_000)
  await db().session.updateMany({ where: { account: { email: user.email } }, data: { createdAt } })
  // The page was made before; its button is still there.
  await page.getByRole('button', { name: 'Turn off' }).click()
  await page.waitForURL('**/sign-in?**')
  await page.goto('/account/security')
  await expect(page.getByText('On', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /Turn off|Add a passkey/ })).toHaveCount(0)
  await page.goto('/account/security/authenticator')
  await expect(page.getByTestId('secret')).toHaveCount(0)
})

test('the pages of the second step can be read by everybody', async ({
  page,
  user,
  createAccount,
}) => {
  const check = () => expectReadable(page, { widths: [1280, 360] })
  await createAccount(page, user)
  await addDevice(page)
  await addPasskey(page, 'Phone')
  await check()
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  await page.getByTestId('secret').waitFor()
  await check()
  await turnOnTwoSteps(page)
  await page.setViewportSize({ width: 361, height: 800 })
  await check()
  await page.goto('/account/security/recovery-codes')
  await check()
  await page.goto('/account')
  await signOut(page)
  await page.goto('/sign-in')
  await check()
  await enterPassword(page, user)
  await page.getByLabel('Code').waitFor()
  await check()
})
