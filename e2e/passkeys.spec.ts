import { expect, signOut, test } from './fixtures'
import { answerCallback } from './host'
import { addDevice, addPasskey, enterPassword, isSignedIn, turnOnTwoSteps } from './ways-in'

test('a person links an assistant with a passkey, and its answer is worth nothing again', async ({
  page,
  context,
  user,
  host,
  createAccount,
}) => {
  await answerCallback(page)
  await createAccount(page, user)
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

test('a passkey does as the second step after the password', async ({
  page,
  user,
  createAccount,
}) => {
  await createAccount(page, user)
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
  createAccount,
}) => {
  await createAccount(page, user)
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

test('a copied passkey is refused, and its owner is told', async ({
  page,
  user,
  createAccount,
}) => {
  await createAccount(page, user)
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
