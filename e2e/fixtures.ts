import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { test as base, expect, type Page } from '@playwright/test'
import type * as oauth from 'oauth4webapi'
import { answerCallback, type Host, hostOf, type Registered, registerHost } from './host'

export { expect }

export type User = { name: string; email: string; password: string }

type Fixtures = {
  user: User
  host: Host
  /** Fills in the form of the page that is open. */
  signUp: (page: Page, user: User) => Promise<void>
  /** A new person signs up at the site itself, and is on their account page. */
  createAccount: (page: Page, user: User) => Promise<void>
  /** A new person signs up inside the flow and allows it; what the host gets. */
  connect: (page: Page, host: Host, as?: User) => Promise<oauth.TokenEndpointResponse>
}

export const test = base.extend<Fixtures, { registered: Registered }>({
  // Once for all stories of a worker: each is told by somebody new.
  registered: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what is used
    async ({}, use) => {
      await use(await registerHost())
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above
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

  createAccount: async ({ signUp }, use) => {
    await use(async (page, user) => {
      await page.goto('/sign-up')
      await signUp(page, user)
      await page.waitForURL('**/account')
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

  host: async ({ baseURL, registered }, use) => {
    await use(hostOf(String(baseURL), registered))
  },
})

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

export const daysFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
