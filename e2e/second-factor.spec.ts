import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { db } from '@/lib/data/db'
import { openDatabase } from '@/scripts/database/open'
import { expect, signOut, test, type User } from './fixtures'
import { answerCallback } from './host'
import { expectReadable } from './readable'

const halfMinute = 30_000

const codeOf = (secret: string, later = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate({
    timestamp: Date.now() + later,
  })

async function turnOnTwoSteps(page: Page): Promise<{ secret: string; codes: string[] }> {
  await page.goto('/account/security')
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  const secret = await page.getByTestId('secret').innerText()
  await page.getByLabel('The six digits').fill(codeOf(secret))
  await page.getByRole('button', { name: 'Turn on' }).click()
  const list = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(list).toHaveCount(10)
  return { secret, codes: await list.allInnerTexts() }
}

async function enterPassword(page: Page, { email, password }: User): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** A device with a passkey store, in place of the browser's own dialog. */
async function addDevice(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, authenticatorId }
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto('/account/security')
  await page.getByLabel('Name of the new passkey').fill(name)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Passkey added' })).toBeVisible()
}

const isSignedIn = async (context: BrowserContext): Promise<boolean> =>
  (await (await context.request.get('/account')).text()).includes('Sign out')

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a person turns on two steps, and links an assistant by password and code', async ({
      page,
      context,
      user,
      host,
      signUp,
    }) => {
      await answerCallback(page)
      await page.goto('/sign-up')
      await signUp(page, user)
      await page.waitForURL('**/account')
      const { secret } = await turnOnTwoSteps(page)
      await signOut(page)

      await page.goto(host.authorizeUrl())
      await enterPassword(page, user)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more step')
      expect(await isSignedIn(context)).toBe(false)

      await enterCode(page, '000000')
      await expect(page.getByText('This code is not right').first()).toBeVisible()
      await expect(page.getByLabel('Code')).toHaveAttribute('aria-invalid', 'true')
      await enterCode(page, codeOf(secret, halfMinute))
      await page.getByRole('button', { name: 'Allow' }).click()
      const tokens = await host.exchange(await host.back(page))
      expect((await host.call(tokens.access_token, '/api/reservations')).status).toBe(200)
    })

    test('a person without their phone gets in by a recovery code, once', async ({
      page,
      user,
      signUp,
    }) => {
      await page.goto('/sign-up')
      await signUp(page, user)
      await page.waitForURL('**/account')
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
  signUp,
}) => {
  await page.goto('/sign-up')
  await signUp(page, user)
  await page.waitForURL('**/account')
  const { secret, codes } = await turnOnTwoSteps(page)
  await signOut(page)
  await page.goto('/sign-in')
  await enterPassword(page, user)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more step')
  const half = await context.cookies()
  const code = codeOf(secret, halfMinute)
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
  signUp,
}) => {
  const signInByApi = async () => {
    const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
    const { email, password } = user
    await request.post('/api/auth/callback/credentials', {
      form: { csrfToken, email, password, json: 'true' },
    })
    return (await (await request.get('/api/auth/session')).json()).user
  }
  await page.goto('/sign-up')
  await signUp(page, user)
  await page.waitForURL('**/account')
  expect(await signInByApi()).toMatchObject({ email: user.email })
  await turnOnTwoSteps(page)
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  await request.post('/api/auth/signout', { form: { csrfToken, json: 'true' } })
  expect(await signInByApi()).toBeUndefined()
})

test('a person links an assistant with a passkey, and its answer is worth nothing again', async ({
  page,
  context,
  user,
  host,
  signUp,
}) => {
  await answerCallback(page)
  await page.goto('/sign-up')
  await signUp(page, user)
  await page.waitForURL('**/account')
  await addDevice(page)
  await addPasskey(page, 'Phone')
  await signOut(page)

  await page.goto(host.authorizeUrl())
  const answers: { headers: Record<string, string>; body: string; url: string }[] = []
  page.on('request', async (request) => {
    const body = request.postData() ?? ''
    if (body.includes('clientDataJSON')) {
      answers.push({ headers: await request.allHeaders(), body, url: request.url() })
    }
  })
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText(user.email).first()).toBeVisible()
  await page.getByRole('button', { name: 'Allow' }).click()
  const tokens = await host.exchange(await host.back(page))
  expect((await host.call(tokens.access_token, '/api/reservations')).status).toBe(200)

  const [answer] = answers
  if (!answer) throw new Error('The browser sent no answer.')
  const headers = Object.fromEntries(
    Object.entries(answer.headers).filter(([name]) => !name.startsWith(':')),
  )
  expect(headers.cookie).toContain('latchkey.passkey-alone')
  const replayed = await fetch(answer.url, { method: 'POST', headers, body: answer.body })
  expect(replayed.status).toBe(200)
  expect(replayed.headers.getSetCookie().join()).not.toContain('latchkey.session')

  await page.goto('/account/security')
  await expect(page.getByText(/last used/)).toBeVisible()
  await page.getByText('Rename').click()
  await page.getByLabel('New name for Phone').fill('Old phone')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Old phone' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'removed' })).toBeVisible()
  await signOut(page)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText('That did not work.')).toBeVisible()
  expect(await isSignedIn(context)).toBe(false)
})

test('a passkey does as the second step after the password', async ({ page, user, signUp }) => {
  await page.goto('/sign-up')
  await signUp(page, user)
  await page.waitForURL('**/account')
  await addDevice(page)
  await addPasskey(page, 'Phone')
  await turnOnTwoSteps(page)
  await signOut(page)
  await page.goto('/sign-in?next=/account/connections')
  await enterPassword(page, user)
  await page.getByRole('button', { name: 'Use a passkey instead' }).click()
  await page.waitForURL('**/account/connections')
})

test('a person with passkeys alone has one asked for after the password', async ({
  page,
  context,
  user,
  signUp,
}) => {
  await page.goto('/sign-up')
  await signUp(page, user)
  await page.waitForURL('**/account')
  await addDevice(page)
  await addPasskey(page, 'Phone')
  await page.getByRole('link', { name: 'Ask for a passkey' }).click()
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByRole('list', { name: 'Recovery codes' })).toBeVisible()
  await signOut(page)
  await page.goto('/sign-in?next=/account/security')
  await enterPassword(page, user)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more step')
  expect(await isSignedIn(context)).toBe(false)
  await page.getByRole('button', { name: 'Use a passkey instead' }).click()
  await expect(page.getByText('10 recovery codes left')).toBeVisible()
  await page.getByRole('button', { name: 'Turn off' }).click()
  await expect(page.getByText('Your password alone signs you in.').first()).toBeVisible()
})

test('a copied passkey is refused, and its owner is told', async ({ page, user, signUp }) => {
  await page.goto('/sign-up')
  await signUp(page, user)
  await page.waitForURL('**/account')
  const { cdp, authenticatorId } = await addDevice(page)
  await addPasskey(page, 'Phone')
  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId })
  const [copy] = credentials
  if (!copy) throw new Error('The device has no passkey.')
  await signOut(page)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.waitForURL('**/account')
  await signOut(page)

  // The copy was taken before that sign-in and knows nothing of it.
  await cdp.send('WebAuthn.clearCredentials', { authenticatorId })
  await cdp.send('WebAuthn.addCredential', { authenticatorId, credential: copy })
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText('That did not work.')).toBeVisible()
  await enterPassword(page, user)
  await page.waitForURL('**/account')
  await page.goto('/account/security')
  await expect(page.getByText('seems to exist twice')).toBeVisible()
})

test('who signed in a while ago shows again that it is them before a factor changes', async ({
  page,
  user,
  signUp,
}) => {
  await page.goto('/sign-up')
  await signUp(page, user)
  await page.waitForURL('**/account')
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

test('the pages of the second step can be read by everybody', async ({ page, user, signUp }) => {
  const check = () => expectReadable(page, { widths: [1280, 360] })
  await page.goto('/sign-up')
  await signUp(page, user)
  await page.waitForURL('**/account')
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
