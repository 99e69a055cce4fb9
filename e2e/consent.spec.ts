import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, test, type User } from './fixtures'
import { answerCallback, type Host } from './host'

type SignUp = (page: Page, user: User) => Promise<void>

/** A new person, who came with an assistant's request and sees its question. */
async function arrive(page: Page, host: Host, user: User, signUp: SignUp, scope?: string) {
  await answerCallback(page)
  await page.goto(host.authorizeUrl(scope ? { scope } : {}))
  await page.getByRole('link', { name: 'Create an account' }).click()
  await signUp(page, user)
  await expect(page.getByRole('button', { name: 'Allow' })).toBeVisible()
}

async function allow(page: Page, host: Host): Promise<URL> {
  await page.getByRole('button', { name: 'Allow' }).click()
  return host.back(page)
}

const book = (host: Host, token: string) =>
  host.call(token, '/api/reservations', { method: 'POST', body: '{}' })

const write = 'Book and cancel stays for you'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a person leaves out booking, the assistant runs into it, and only that is asked', async ({
      page,
      user,
      host,
      signUp,
    }) => {
      await arrive(page, host, user, signUp)
      await page.getByLabel(write).uncheck()
      const tokens = await host.exchange(await allow(page, host))
      expect(tokens.scope).toBe('reservations:read')

      // The same request is answered as before, without a question.
      await page.goto(host.authorizeUrl())
      const silent = await host.back(page)
      expect(silent.searchParams.has('code')).toBe(true)

      expect((await book(host, tokens.access_token)).status).toBe(403)
      await page.goto(host.authorizeUrl())
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Allow ChatGPT more?')
      await expect(page.getByText('You left this out before')).toBeVisible()
      await expect(page.getByRole('checkbox')).toHaveCount(1)
      await expect(page.getByRole('heading', { name: 'What you already allow' })).toBeVisible()
      await expect(page.getByLabel(write)).toBeChecked()
      const wider = await host.exchange(await allow(page, host))
      expect(wider.scope).toBe('reservations:read reservations:write')
      expect((await book(host, wider.access_token)).status).toBe(400)
    })

    test('a person lets an assistant look and nothing else', async ({
      page,
      user,
      host,
      signUp,
    }) => {
      await arrive(page, host, user, signUp)
      const look = page.getByRole('button', { name: 'Only let it look' })
      await look.click()
      const tokens = await host.exchange(await host.back(page))
      expect(tokens.scope).toBe('reservations:read')
      expect((await host.call(tokens.access_token, '/api/reservations')).status).toBe(200)
      expect((await book(host, tokens.access_token)).status).toBe(403)
    })

    test('a person unticks everything, and that is a Deny', async ({
      page,
      user,
      host,
      signUp,
    }) => {
      await arrive(page, host, user, signUp)
      for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
      expect((await allow(page, host)).searchParams.get('error')).toBe('access_denied')
    })

    test('a person uses another account for the same request', async ({
      page,
      user,
      host,
      signUp,
    }) => {
      await arrive(page, host, user, signUp)
      await allow(page, host)
      await page.goto(host.authorizeUrl({ scope: 'openid email', prompt: 'consent' }))
      await page.getByRole('button', { name: 'Use another account' }).click()
      const other = { ...user, name: 'Bob', email: `bob-${user.email}` }
      await page.getByRole('link', { name: 'Create an account' }).click()
      await signUp(page, other)
      await expect(page.getByText(other.email)).toBeVisible()
      await page.getByLabel('Your email address').check()
      const { access_token } = await host.exchange(await allow(page, host))
      const about = await (await host.call(access_token, '/oauth/userinfo')).json()
      expect(about.email).toBe(other.email)
    })
  })
}

test('personal data stays here unless the person ticks it', async ({
  page,
  user,
  host,
  signUp,
}) => {
  await arrive(page, host, user, signUp, 'openid profile email reservations:read location')
  for (const name of ['Your name', 'Your email address', 'Your state or province']) {
    await expect(page.getByLabel(name)).not.toBeChecked()
  }
  const { access_token, scope } = await host.exchange(await allow(page, host))
  expect(scope).toBe('openid reservations:read')
  const about = await (await host.call(access_token, '/oauth/userinfo')).json()
  expect(Object.keys(about)).toEqual(['sub'])
})

test('the page says which operations a permission opens, and which ask first', async ({
  page,
  user,
  host,
  signUp,
}) => {
  await arrive(page, host, user, signUp)
  const row = page.locator('label', { hasText: write })
  await expect(row).toContainText('Book a stay – asks you first, each time')
  await expect(page.getByText('Verified')).toBeVisible()
  await expect(page.getByText('The operator of this site registered this app.')).toBeVisible()
})

test('an answer given on a page of another account counts for nobody', async ({
  page,
  user,
  host,
  signUp,
  createAccount,
  context,
}) => {
  await answerCallback(page)
  // Nobody is signed in when the request comes.
  await page.goto(host.authorizeUrl())
  await page.getByRole('link', { name: 'Create an account' }).click()
  await signUp(page, user)
  await expect(page.getByText(user.email)).toBeVisible()
  const elsewhere = await context.newPage()
  await elsewhere.goto('/account')
  await elsewhere.getByRole('button', { name: 'Sign out' }).click()
  await expect(elsewhere.getByRole('button', { name: 'Sign out' })).toHaveCount(0)
  const other = { ...user, name: 'Bob', email: `bob-${user.email}` }
  await createAccount(elsewhere, other)
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByText(other.email)).toBeVisible()
  expect((await allow(page, host)).searchParams.has('code')).toBe(true)
})

test('a forged, replayed or framed answer comes to nothing', async ({
  page,
  user,
  host,
  signUp,
  baseURL,
}) => {
  await arrive(page, host, user, signUp)
  const { pathname } = new URL(page.url())
  const proof = await page.locator('input[name=proof]').inputValue()
  const form = { decision: 'allow', scope: 'reservations:read', proof }
  const post = async (headers: Record<string, string>, changed: Partial<typeof form> = {}) => {
    const sent = { form: { ...form, ...changed }, headers, maxRedirects: 0 }
    const response = await page.request.post(`${pathname}/decision`, sent)
    expect(response.status()).toBe(303)
    return response.headers().location
  }
  expect(await post({ origin: 'https://evil.example' })).toBe(pathname)
  expect(await post({ origin: 'null' })).toBe(pathname)
  expect(await post({ 'sec-fetch-site': 'same-site' })).toBe(pathname)
  expect(await post({}, { proof: '' })).toBe(pathname)
  expect(await post({ origin: String(baseURL) }, { proof: `${proof}x` })).toBe(pathname)
  const headers = (await page.request.get(pathname)).headers()
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")

  await allow(page, host)
  expect(await post({ origin: String(baseURL) })).toBe(pathname)
  await page.goto(pathname)
  await expect(page.getByRole('heading', { name: 'This request is over' })).toBeVisible()
})

test('an app that publishes itself is shown with its logo, and is not called verified', async ({
  page,
  user,
  signUp,
  baseURL,
}) => {
  const app = createServer(({ url }, response) => {
    if (url === '/logo.png') {
      response.setHeader('content-type', 'image/png')
      return response.end(readFileSync('public/logo.png'))
    }
    response.setHeader('content-type', 'application/json')
    const about = { client_name: 'Trip planner', logo_uri: `${home()}/logo.png` }
    const redirect_uris = ['https://trips.example/callback']
    return response.end(
      JSON.stringify({ client_id: `${home()}/client.json`, redirect_uris, ...about }),
    )
  }).listen(0, '127.0.0.1')
  await once(app, 'listening')
  const home = () => `http://127.0.0.1:${(app.address() as AddressInfo).port}`
  const request = new URLSearchParams({
    response_type: 'code',
    client_id: `${home()}/client.json`,
    redirect_uri: 'https://trips.example/callback',
    scope: 'reservations:read',
    resource: `${baseURL}/mcp`,
    code_challenge: 'a'.repeat(43),
    code_challenge_method: 'S256',
  })
  await page.goto(`/oauth/authorize?${request}`)
  await page.getByRole('link', { name: 'Create an account' }).click()
  await signUp(page, user)
  await expect(page.getByText('This app says it is Trip planner.')).toBeVisible()
  await expect(page.getByText('Verified')).toHaveCount(0)
  const logo = page.locator('img[src$="/logo"]')
  await expect.poll(() => logo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(112)
  const elsewhere = await fetch(`${baseURL}${await logo.getAttribute('src')}`)
  expect(elsewhere.status).toBe(404)
  app.close()
})
