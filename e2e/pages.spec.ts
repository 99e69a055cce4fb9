import { expect, signOut, test } from './fixtures'
import { answerCallback } from './host'
import { expectReadable } from './readable'

const publicPages = [
  '/',
  '/connect',
  '/sign-in',
  '/sign-up',
  '/sign-in/mail',
  '/reset-password',
  '/look-at-your-mail?for=reset',
  '/verify-email/used',
  '/legal',
  '/privacy',
  '/support',
  '/nowhere',
]

test('a person who cannot see well reads every page', async ({
  page,
  user,
  host,
  createAccount,
  request,
}) => {
  test.slow()
  await answerCallback(page)
  const { stays } = await (await request.get('/api/stays?where=Paris')).json()
  const check = async (path: string) => {
    await page.goto(path)
    await expectReadable(page)
  }
  for (const path of [...publicPages, new URL(stays[0].url).pathname]) await check(path)
  await createAccount(page, user)
  for (const path of [
    '/account',
    '/account/connections',
    '/account/email',
    '/account/password',
    '/account/sessions',
    '/outbox',
    host.authorizeUrl({ scope: 'openid email reservations:read reservations:write location' }),
  ])
    await check(path)
})

test('a form says what is wrong beside the field and keeps what was typed', async ({ page }) => {
  await page.goto('/sign-up')
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('Email').fill('ada@example.com')
  await page.getByLabel('Password').fill('short')
  await page
    .locator('form')
    .last()
    .evaluate((form: HTMLFormElement) => {
      form.noValidate = true
    })
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('Use at least 10 characters.').first()).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue('Ada')
  await expect(page.getByLabel('Email')).toHaveValue('ada@example.com')
  await expect(page.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true')
})

test('a stranger learns nothing from signing up with a taken address', async ({
  page,
  user,
  signUp,
  createAccount,
}) => {
  await createAccount(page, user)
  await signOut(page)
  await page.goto('/sign-up')
  await signUp(page, { ...user, name: 'Mallory' })
  await expect(
    page.getByText('We could not create an account with these details.').first(),
  ).toBeVisible()
})

test('ten wrong passwords slow the guesser, and the owner gets in elsewhere later', async ({
  page,
  user,
  createAccount,
}) => {
  await createAccount(page, user)
  await signOut(page)
  await page.goto('/sign-in')
  const signIn = async (password: string) => {
    await page.getByLabel('Email').fill(user.email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }
  for (let tries = 0; tries < 10; tries += 1) {
    await signIn(`wrong password ${tries}`)
    await expect(page.getByText('do not go together').first()).toBeVisible()
    await page.reload()
  }
  await signIn(user.password)
  await expect(page.getByText(/Too many tries\. Wait \d+ seconds/).first()).toBeVisible()
})

test('a host shows a preview of a stay from its page’s head', async ({ request }) => {
  const { stays } = await (await request.get('/api/stays?where=Lisbon')).json()
  const html = await (
    await request.get(stays[0].url, { headers: { 'user-agent': 'ChatGPT-User/1.0' } })
  ).text()
  const head = html.slice(0, html.indexOf('</head>'))
  for (const property of ['og:title', 'og:description', 'og:image', 'og:url', 'og:site_name']) {
    expect(head).toContain(`property="${property}"`)
  }
  expect(head).toContain('name="twitter:card"')
  const image = head.match(/property="og:image" content="([^"]+)"/)?.[1] ?? ''
  const response = await request.get(image.replaceAll('&amp;', '&'))
  expect(response.status()).toBe(200)
  const bytes = await response.body()
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
})

test('a person tries an operation in the API docs with their account', async ({
  page,
  user,
  createAccount,
}) => {
  await createAccount(page, user)
  await page.goto('/docs')
  await page.getByRole('button', { name: 'Authorize' }).first().click()
  const dialog = page.locator('.modal-ux')
  await dialog.getByText('select all').first().click()
  const opened = page.waitForEvent('popup')
  await dialog.getByRole('button', { name: /Apply given OAuth2/ }).click()
  const popup = await opened
  await popup.getByRole('button', { name: 'Allow' }).click()
  await popup.waitForEvent('close')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.locator('#operations-default-listReservations').getByRole('button').first().click()
  await page.getByRole('button', { name: 'Try it out' }).click()
  await page.getByRole('button', { name: 'Execute' }).click()
  await expect(
    page.locator('.live-responses-table tbody .response-col_status').first(),
  ).toContainText('200')
})

test('an address with a NUL in it is not there', async ({ request }) => {
  for (const path of ['/stays/%00', '/confirm/%00', '/verify-email/a%00b', '/admin/clients/%00']) {
    const response = await request.get(path)
    expect([path, response.status()]).toEqual([path, 404])
    expect(await response.text()).toContain('</html>')
  }
})
