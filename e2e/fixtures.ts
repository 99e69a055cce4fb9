import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { test as base, expect, type Page } from '@playwright/test'
import * as oauth from 'oauth4webapi'

export { expect }

const callback = 'https://chat.openai.com/aip/plugin-1/oauth/callback'
const insecure = { [oauth.allowInsecureRequests]: true }

export type User = { name: string; email: string; password: string }

export type Host = {
  clientId: string
  clientSecret: string
  authorizeUrl: (extra?: Record<string, string>) => string
  /** Catches the browser where it is sent back to the host. */
  back: (page: Page) => Promise<URL>
  exchange: (back: URL) => Promise<oauth.TokenEndpointResponse>
  refresh: (token: string) => Promise<oauth.TokenEndpointResponse>
  call: (token: string, path: string, init?: RequestInit) => Promise<Response>
}

type Fixtures = {
  user: User
  host: Host
  signUp: (page: Page, user: User) => Promise<void>
  /** A new person signs up inside the flow and allows it; what the host gets. */
  connect: (page: Page, host: Host, as?: User) => Promise<oauth.TokenEndpointResponse>
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what is used
  user: async ({}, use) => {
    const password = 'correct horse battery staple'
    await use({ name: 'Ada Lovelace', email: `${randomUUID()}@example.com`, password })
  },

  // biome-ignore lint/correctness/noEmptyPattern: as above
  signUp: async ({}, use) => {
    await use(async (page, user) => {
      await page.getByLabel('Name').fill(user.name)
      await page.getByLabel('Email').fill(user.email)
      await page.getByLabel('Password').fill(user.password)
      await page.getByRole('button', { name: 'Create account' }).click()
    })
  },

  connect: async ({ user, signUp }, use) => {
    await use(async (page, host, as = user) => {
      await answerCallback(page)
      await page.goto(host.authorizeUrl())
      await page.getByRole('link', { name: 'Create an account' }).click()
      await signUp(page, as)
      await page.getByRole('button', { name: 'Allow' }).click()
      return host.exchange(await host.back(page))
    })
  },

  host: async ({ baseURL }, use) => {
    await use(await createHost(String(baseURL)))
  },
})

/** A host that an operator registered, driven by a client library that nobody here wrote. */
export async function createHost(
  origin: string,
  env: Record<string, string> = {},
  fetchWith: typeof fetch = fetch,
): Promise<Host> {
  const { stdout } = await promisify(execFile)(
    'npm',
    [
      'run',
      '-s',
      'client',
      '--',
      'add',
      '--preset',
      'chatgpt-plugin',
      '--redirect',
      callback,
      '--json',
    ],
    { env: { ...process.env, ...env } },
  )
  const { client_id: clientId, client_secret: clientSecret } = JSON.parse(stdout)
  return hostOf(origin, { clientId, clientSecret, callback }, fetchWith)
}

type Registered = { clientId: string; clientSecret: string; callback: string }

/** A host whose client is registered already. */
export function hostOf(
  origin: string,
  { clientId, clientSecret, callback }: Registered,
  fetchWith: typeof fetch = fetch,
): Host {
  const client = { client_id: clientId }
  const auth = oauth.ClientSecretPost(clientSecret)
  const options = { ...insecure, [oauth.customFetch]: fetchWith as never }
  const issuer = new URL(origin)
  const discover = async () =>
    oauth.processDiscoveryResponse(
      issuer,
      await oauth.discoveryRequest(issuer, { ...options, algorithm: 'oauth2' }),
    )

  return {
    clientId,
    clientSecret,
    authorizeUrl(extra = {}) {
      const url = new URL('/oauth/authorize', origin)
      url.search = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: callback,
        scope: 'reservations:read reservations:write',
        state: 'state-of-the-host',
        ...extra,
      }).toString()
      return url.href
    },
    async back(page) {
      const isThere = (url: string) => url.startsWith(callback)
      let asked: string | undefined
      const note = (url: string | undefined) => {
        if (url && isThere(url)) asked = url
      }
      note(lastAsked.get(page))
      page.on('request', (request) => note(request.url()))
      // There is no such host here: to have been asked for is enough.
      await page
        .waitForURL((url) => isThere(url.href), { waitUntil: 'commit' })
        .catch((error) => {
          if (!asked) throw error
        })
      lastAsked.delete(page)
      return new URL(asked ?? page.url())
    },
    async exchange(back) {
      const as = await discover()
      const parameters = oauth.validateAuthResponse(as, client, back, 'state-of-the-host')
      const response = await oauth.authorizationCodeGrantRequest(
        as,
        client,
        auth,
        parameters,
        callback,
        oauth.nopkce,
        options,
      )
      return oauth.processAuthorizationCodeResponse(as, client, response)
    },
    async refresh(token) {
      const as = await discover()
      const response = await oauth.refreshTokenGrantRequest(as, client, auth, token, options)
      return oauth.processRefreshTokenResponse(as, client, response)
    },
    call: (token, path, init = {}) =>
      fetchWith(origin + path, {
        ...init,
        headers: {
          authorization: `Bearer ${token}`,
          ...(init.body ? { 'content-type': 'application/json' } : {}),
          ...(init.headers as object),
        },
      }),
  }
}

/** A booking that a host asks for; the path where it waits for the person's yes. */
export async function holdBooking(
  { call }: Host,
  { access_token }: oauth.TokenEndpointResponse,
): Promise<string> {
  const { stays } = await (await call(access_token, '/api/stays?where=Lisbon')).json()
  const nights = 30 + Math.floor(Math.random() * 300)
  const dates = { checkIn: daysFromNow(nights), checkOut: daysFromNow(nights + 1) }
  const body = JSON.stringify({ stay: stays[0].slug, guests: 1, ...dates })
  const answer = await call(access_token, '/api/reservations', { method: 'POST', body })
  return new URL((await answer.json()).confirmationUrl).pathname
}

/** The person opens the link that the assistant was given, and says yes. */
export async function approve(page: Page, held: Response): Promise<void> {
  expect(held.status).toBe(202)
  await page.goto((await held.json()).confirmationUrl)
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible()
}

/** The person lets their apps book without asking them. */
export const letApp = (user: User, env: Record<string, string> = {}): Promise<void> =>
  change('let-app', user.email, env)

/** In the database: time passes for a held action, nobody opens it, prices of a stay rise, an app is let. */
export async function change(
  act: 'expire' | 'overlook' | 'raise-prices' | 'let-app',
  about: string,
  env: Record<string, string> = {},
): Promise<void> {
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'e2e/held.ts', act, about], {
    env: { ...process.env, PORT: process.env.E2E_PORT, ...env },
  })
}

export async function signOut(page: Page): Promise<void> {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toHaveCount(0)
}

/** The last address of a host that a page asked for: the browser may be faster than who waits. */
const lastAsked = new WeakMap<Page, string>()

const callbackHosts = /^https:\/\/(chat\.openai|chatgpt|teams\.microsoft)\.com\//

/** The host's callback page, so that the browser needs no internet. */
export async function answerCallback(page: Page): Promise<void> {
  page.on('request', (request) => {
    if (callbackHosts.test(request.url())) lastAsked.set(page, request.url())
  })
  await page.route(callbackHosts, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Back at the host</h1>' }),
  )
}

export const daysFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
