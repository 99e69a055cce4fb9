import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type OpenIdProvider, startOpenIdProvider } from '@/lib/testing/openid-provider'
import { openDatabase } from '@/scripts/database/open'
import { expect, signOut, test } from './fixtures'
import { answerCallback, createHost } from './host'
import { heading, newPage } from './mailed'
import { freePort, nextStart, type Running, run } from './processes'

// One server for all, not one a worker.
test.describe.configure({ mode: 'default' })

let company: OpenIdProvider
let site: Running
let settings: Record<string, string>
let origin: string

test.beforeAll(async () => {
  test.setTimeout(120_000)
  company = await startOpenIdProvider()
  const database = await openDatabase({ what: 'e2e', lasting: false })
  const port = await freePort()
  origin = `http://localhost:${port}`
  settings = {
    APP_ORIGIN: origin,
    DATABASE_URL: database.url,
    DATABASE_EMBEDDED: database.embedded ? '1' : '',
    APP_SECRET: readFileSync(join(String(process.env.DATA_DIR), 'secret'), 'utf8').trim(),
    SIGN_IN_ISSUER: company.issuer,
    SIGN_IN_CLIENT_ID: company.client.id,
    SIGN_IN_CLIENT_SECRET: company.client.secret,
    SIGN_IN_NAME: 'Acme',
  }
  site = await run(nextStart, settings, port)
})

test.afterAll(async () => {
  await site?.stop()
  await company?.stop()
})

test.beforeEach(() => {
  const email = `${randomUUID()}@example.com`
  company.claims = { sub: randomUUID(), email, email_verified: true, name: 'Ada Lovelace' }
  company.wrong = {}
  company.holds = false
})

const byAcme = (page: Page) => page.getByRole('button', { name: 'Continue with Acme' }).click()

const arrives = (page: Page, at: string) => page.waitForURL(new RegExp(`${at}$`))

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script'

  test(`a person signs up by Acme inside a request, and in again later, ${how}`, async ({
    browser,
  }) => {
    const host = await createHost(origin, settings)
    const page = await newPage(browser, origin, { javaScriptEnabled })
    await answerCallback(page)
    await page.goto(host.authorizeUrl())
    await page.getByRole('link', { name: 'Create an account' }).click()
    await byAcme(page)
    await page.getByRole('button', { name: 'Allow' }).click()
    await host.exchange(await host.back(page))
    await page.goto('/account')
    await expect(page.getByText(String(company.claims?.email))).toBeVisible()
    await expect(page.getByText('not confirmed yet')).toHaveCount(0)

    await signOut(page)
    // The provider's name for the person stays; the address there may change.
    company.claims = { sub: company.claims?.sub, email: 'new@example.com', email_verified: true }
    await page.goto(host.authorizeUrl({ scope: 'reservations:read openid' }))
    await byAcme(page)
    await page.getByRole('button', { name: 'Allow' }).click()
    await host.exchange(await host.back(page))
  })

  test(`an address that has an account asks for its owner first, ${how}`, async ({
    browser,
    user,
    createAccount,
  }) => {
    const host = await createHost(origin, settings)
    const page = await newPage(browser, origin, { javaScriptEnabled })
    await answerCallback(page)
    await createAccount(page, user)
    await signOut(page)
    company.claims = { sub: randomUUID(), email: user.email, email_verified: true }
    await page.goto(host.authorizeUrl())
    await byAcme(page)
    await expect(page.getByText('Sign in to it the way you usually do')).toBeVisible()
    await page.getByLabel('Email').fill(user.email)
    await page.getByLabel('Password').fill(user.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(heading(page)).toHaveText('Add Acme?')
    await page.getByRole('button', { name: 'Add Acme' }).click()
    await page.getByRole('button', { name: 'Allow' }).click()
    await host.exchange(await host.back(page))

    await signOut(page)
    await page.goto('/sign-in')
    await byAcme(page)
    await arrives(page, '/account')
    await page.goto('/account/security')
    await page.getByRole('button', { name: 'Unlink' }).click()
    await expect(page.getByRole('status')).toHaveText(/^Unlinked/)
    await signOut(page)
    await page.goto('/sign-in')
    await byAcme(page)
    await expect(page.getByText('Sign in to it the way you usually do')).toBeVisible()
  })
}

test('an account of another address is not opened by the one who waits', async ({
  browser,
  user,
  createAccount,
}) => {
  const page = await newPage(browser, origin)
  await createAccount(page, user)
  await signOut(page)
  const other = { ...user, email: `${randomUUID()}@example.com` }
  await createAccount(page, other)
  await signOut(page)
  company.claims = { sub: randomUUID(), email: user.email, email_verified: true }
  await page.goto('/sign-in')
  await byAcme(page)
  await page.getByLabel('Email').fill(other.email)
  await page.getByLabel('Password').fill(other.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(heading(page)).toHaveText('Nothing to add')
})

test('an address that the provider has not proved neither signs up nor finds an account', async ({
  browser,
  user,
  createAccount,
}) => {
  const page = await newPage(browser, origin)
  await createAccount(page, user)
  await signOut(page)
  for (const email of [user.email, `${randomUUID()}@example.com`]) {
    company.claims = { sub: randomUUID(), email, email_verified: false }
    await page.goto('/sign-in')
    await byAcme(page)
    await expect(page.getByRole('alert').first()).toContainText(
      'did not confirm your email address',
    )
  }
})

test('the only way in cannot be unlinked', async ({ browser }) => {
  const page = await newPage(browser, origin)
  await page.goto('/sign-up')
  await byAcme(page)
  await arrives(page, '/account')
  await page.goto('/account/security')
  await page.getByRole('button', { name: 'Unlink' }).click()
  await expect(page.getByRole('alert').first()).toContainText('your only way in')
  await signOut(page)
  await page.goto('/sign-in')
  await byAcme(page)
  await arrives(page, '/account')
})

test('a person links an account elsewhere; somebody else’s is refused', async ({
  browser,
  user,
  createAccount,
}) => {
  const page = await newPage(browser, origin)
  await createAccount(page, user)
  await page.goto('/account/security')
  await page.getByRole('button', { name: 'Link Acme' }).click()
  await expect(page.getByRole('status')).toHaveText(/^Linked/)
  await signOut(page)
  await createAccount(page, { ...user, email: `${randomUUID()}@example.com` })
  await page.goto('/account/security')
  await page.getByRole('button', { name: 'Link Acme' }).click()
  await expect(page.getByRole('alert').first()).toContainText('belongs to another account')
})

test('who declines there, or comes with a wrong answer, is told so and keeps the way', async ({
  browser,
}) => {
  const page = await newPage(browser, origin)
  const start = async () => {
    await page.goto('/sign-in?next=/account/keys')
    await byAcme(page)
    await expect(page.getByRole('alert').first()).toBeVisible()
    await expect(page.locator('input[name=next]').first()).toHaveValue('/account/keys')
    await expect(page.getByText('hostile')).toHaveCount(0)
    return page.getByRole('alert').first().innerText()
  }
  const { claims } = company
  company.claims = null
  expect(await start()).toContain('did not go through with it')
  company.claims = claims
  const past = Math.floor(Date.now() / 1000) - 3600
  for (const wrong of [
    { nonce: 'another' },
    { aud: 'another' },
    { iss: 'https://accounts.google.com' },
    { exp: past },
  ]) {
    company.wrong = wrong
    expect(await start()).toContain('did not work')
  }
})

test('an answer that this browser did not ask for signs nobody in', async ({ browser }) => {
  company.holds = true
  const answerTo = async (page: Page) => {
    await page.goto('/sign-in')
    await byAcme(page)
    await arrives(page, `${company.issuer}/authorize.*`)
    return page.locator('body').innerText()
  }
  const theirs = await answerTo(await newPage(browser, origin))
  const page = await newPage(browser, origin)
  await page.goto(theirs)
  await arrives(page, '/sign-in\\?problem=failed')
  const own = await answerTo(page)
  await page.goto(theirs)
  await arrives(page, '/sign-in\\?problem=failed')
  await page.goto(own)
  await arrives(page, '/account')
})

test('a provider’s answer leads to no other site, and its buttons work from this one only', async ({
  browser,
}) => {
  const page = await newPage(browser, origin)
  await page.goto('/sign-in?next=https://evil.example')
  await page
    .locator('form[action="/sign-in/with"]')
    .evaluate((form) =>
      form.insertAdjacentHTML('beforeend', '<input name="next" value="//evil.example/x">'),
    )
  await byAcme(page)
  await arrives(page, `${origin}/account`)

  const from = (site: string) =>
    fetch(`${origin}/sign-in/with`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: site },
      body: new URLSearchParams({ provider: 'own' }),
    })
  expect((await from('https://evil.example')).headers.get('location')).toBe('/sign-in')
  const ours = await from(origin)
  // A page, not a redirect: that would be held against the form's own policy.
  expect(ours.status).toBe(200)
  expect(ours.headers.get('content-security-policy')).toContain("form-action 'self';")
  expect(await ours.text()).toContain(`content="0;url=${company.issuer}/authorize?`)
})
