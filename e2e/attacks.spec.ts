import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, holdBooking, test, type User } from './fixtures'
import { type Form, formsOf, post } from './forms'
import { answerCallback } from './host'
import { heading, newPage } from './mailed'

/** A site next door: another origin to which the browser sends the same cookies. */
async function nextDoor(html: (path: string) => string) {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(html(String(request.url)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return { origin, stop: () => server.close() }
}

const quoted = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** Without the page: what its form would send. */
async function signInBy(page: Page, { email, password }: User, origin: string, next = '') {
  const forms = await formsOf(page.request, '/sign-in?again=1')
  const form = forms.find(({ fields }) => 'password' in fields)
  if (!form) throw new Error('no form')
  const fields = { ...form.fields, email, password, next }
  return post(page.request, { ...form, fields }, { origin })
}

test('no page can be shown inside another site', async ({ page, host, connect, baseURL }) => {
  const confirm = await holdBooking(host, await connect(page, host))
  await page.goto(host.authorizeUrl({ prompt: 'consent' }))
  const framed = [page.url(), confirm, '/sign-in?again=1', '/account', '/account/data', '/nowhere']
  const evil = await nextDoor(
    (path) => `<iframe src="${new URL(decodeURIComponent(path.slice(1)), baseURL)}"></iframe>`,
  )
  for (const address of framed) {
    await page.goto(`${evil.origin}/${encodeURIComponent(address)}`)
    await page.waitForLoadState('networkidle')
    expect(await page.frameLocator('iframe').getByRole('button').count(), address).toBe(0)
    expect(page.frames()[1]?.url(), address).toMatch(/^chrome-error:/)
  }
  evil.stop()
})

test('no form of a person is answered when another site sends it', async ({
  browser,
  page,
  user,
  host,
  connect,
  baseURL,
}) => {
  test.slow()
  const confirm = await holdBooking(host, await connect(page, host))
  await page.goto('/account/connections')
  const asking = page.getByRole('link', { name: 'When it asks you' })
  const paths = [
    confirm,
    String(await asking.getAttribute('href')),
    '/account',
    '/account/connections',
    '/account/keys',
    '/account/data',
    '/account/email',
    '/account/password',
    '/account/sessions',
    '/account/security',
    '/account/security/authenticator',
    '/account/after-reset',
    '/sign-out',
    '/sign-in?again=1',
  ]
  await page.goto(host.authorizeUrl({ prompt: 'consent' }))
  const consent = new URL(page.url()).pathname
  paths.push(consent)
  const forms: Form[] = []
  await signInBy(await newPage(browser, baseURL), user, String(baseURL))
  for (const path of paths) {
    const found = await formsOf(page.request, path)
    expect(found.length, path).toBeGreaterThan(0)
    forms.push(...found)
  }
  for (const { fields } of forms) {
    if ('scopes' in fields) Object.assign(fields, { name: 'Planted', days: '90' })
    if ('proof' in fields) fields.decision = 'allow'
    if ('operation' in fields) fields.mode = 'app'
  }
  const evil = await nextDoor((path) => {
    const form = forms[Number(path.slice(1))]
    if (!form) return ''
    const inputs = Object.entries(form.fields).map(
      ([name, value]) => `<input type="hidden" name="${quoted(name)}" value="${quoted(value)}">`,
    )
    const type = form.action.endsWith('/decision') ? '' : 'enctype="multipart/form-data"'
    const action = new URL(form.action, baseURL)
    return `<form method="post" ${type} action="${action}">${inputs.join('')}</form>
      <script>document.forms[0].submit()</script>`
  })
  for (const [index, form] of forms.entries()) {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.goto(`${evil.origin}/${index}`).catch(() => null)
    const response = await answered
    expect((await response.request().allHeaders()).cookie, form.action).toContain('session')
    const to = response.headers().location
    const refused = form.action.endsWith('/language') ? '/' : consent
    if (to) expect([303, to], form.action).toEqual([response.status(), refused])
    else expect(response.status(), form.action).toBeGreaterThanOrEqual(400)
    await page.waitForLoadState()
  }
  evil.stop()

  await page.goto(consent)
  await expect(page.getByRole('button', { name: 'Allow' })).toBeVisible()
  await page.goto(confirm)
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible()
  await page.goto(String(paths[1]))
  await expect(page.getByLabel('Each time')).toBeChecked()
  await page.goto('/account/keys')
  await expect(page.getByText('Planted')).toHaveCount(0)
  await page.goto('/account/connections')
  await expect(page.getByText('ChatGPT').first()).toBeVisible()
  await page.goto('/account')
  await expect(page.getByText(user.email).first()).toBeVisible()

  // The very same is answered when it comes from here.
  const here = await formsOf(page.request, '/sign-out')
  const signOut = here.findLast(({ action }) => !action.endsWith('/language'))
  expect(signOut).toBeDefined()
  if (signOut) await post(page.request, signOut, { origin: String(baseURL) })
  await page.goto('/account')
  await expect(page.getByText(user.email)).toHaveCount(0)
})

test('a cookie that was planted before signing in is not the one that is signed in', async ({
  browser,
  baseURL,
  page,
  context,
  user,
  createAccount,
}) => {
  const sessionOf = async (of: Page) =>
    (await of.context().cookies()).find(({ name }) => name === 'latchkey.session')
  await createAccount(page, user)
  const mallory = await newPage(browser, baseURL)
  await createAccount(mallory, { ...user, email: `mallory-${user.email}` })
  const theirs = await sessionOf(mallory)
  if (!theirs) throw new Error('no cookie')
  for (const planted of [theirs, { ...theirs, value: 'made-up' }]) {
    await context.clearCookies()
    await context.addCookies([planted])
    expect((await signInBy(page, user, String(baseURL))).status()).toBe(303)
    const own = await sessionOf(page)
    expect(own?.value.length).toBeGreaterThan(20)
    expect(own?.value).not.toBe(planted.value)
    await page.goto('/account')
    await expect(page.getByText(user.email).first()).toBeVisible()
  }
  await mallory.goto('/account')
  await expect(mallory.getByText(user.email, { exact: true })).toHaveCount(0)
})

test('a request for consent that began in another browser is nobody else’s to answer', async ({
  browser,
  baseURL,
  page,
  user,
  host,
  signUp,
}) => {
  const mallory = await newPage(browser, baseURL)
  await mallory.goto(host.authorizeUrl())
  const next = String(new URL(mallory.url()).searchParams.get('next'))
  expect(next).toMatch(/^\/interaction\//)
  await answerCallback(page)
  await page.goto(`/sign-up?next=${encodeURIComponent(next)}`)
  await signUp(page, user)
  await expect(heading(page)).toHaveText('This request is over')
  const response = await page.goto(next)
  expect(response?.headers()['content-security-policy']).toContain("form-action 'self';")
})

const elsewhere = [
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '////evil.example/',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\u0000//evil.example',
  ' //evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/%2e%2e//evil.example',
  'https:evil.example',
  'https:/evil.example',
  'javascript:alert(1)//',
  'data:text/html,x',
  '@evil.example',
  '.evil.example',
  '/account\r\nLocation: https://evil.example',
]

const asked = [
  ...['/sign-in', '/sign-up', '/sign-in/mail', '/sign-out', '/reset-password'],
  '/account/after-reset',
]

test('no address leads on to another site after signing in or out', async ({
  page,
  user,
  createAccount,
  baseURL,
}) => {
  test.slow()
  const origin = String(baseURL)
  await createAccount(page, user)
  const isHere = (address: string) => new URL(address, `${origin}/x/y`).origin === origin
  for (const path of elsewhere) {
    const query = new URLSearchParams({ next: path, to: path, callbackUrl: path })
    for (const at of asked) {
      const response = await page.request.get(`${at}?${query}&again=1`, { maxRedirects: 0 })
      expect(isHere(response.headers().location ?? '/'), `${at} ${path}`).toBe(true)
      const html = await response.text()
      const links = [...html.matchAll(/ (?:href|action|name="next" value)="([^"]*)"/g)]
      for (const [, link = ''] of links.filter(([text]) => text.includes('evil'))) {
        expect(isHere(link.replaceAll('&amp;', '&')), `${at} ${path} ${link}`).toBe(true)
      }
    }
  }
  // What stands in the form was changed on the way.
  for (const path of elsewhere) {
    const response = await signInBy(page, user, origin, path)
    expect(response.status(), path).toBe(303)
    expect(isHere(String(response.headers().location)), path).toBe(true)
  }
  const [signOut] = (await formsOf(page.request, '/sign-out')).slice(-1)
  if (!signOut) throw new Error('no form')
  const fields = { ...signOut.fields, next: '//evil.example', request: 'https://evil.example' }
  const response = await post(page.request, { ...signOut, fields }, { origin })
  expect(response.status()).toBe(303)
  expect(isHere(String(response.headers().location))).toBe(true)
})
