import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { approve, daysFromNow, expect, test, type User } from './fixtures'
import type { Host } from './host'
import { expectReadable } from './readable'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a person disconnects everything, and a running client is refused within a second', async ({
      page,
      host,
      connect,
    }) => {
      const { access_token } = await connect(page, host)
      const running = setInterval(() => host.call(access_token, '/api/reservations'), 50)
      expect((await host.call(access_token, '/api/reservations')).status).toBe(200)
      await page.goto('/account/connections')
      await page.getByText('Stop everything at once').click()
      await page.getByRole('button', { name: 'Disconnect everything' }).click()
      await expect(page.getByRole('status')).toContainText('Every app is disconnected')
      await becomes(() => statusOf(host, access_token), 401)
      clearInterval(running)
      await expect(page.getByText('No app is connected')).toBeVisible()
    })

    test('a person allows less, and the app goes on with what is left', async ({
      page,
      host,
      connect,
    }) => {
      const tokens = await connect(page, host)
      expect(await cancel(host, tokens.access_token)).toBe(404)
      await page.goto('/account/connections')
      await page.getByText('Allow less').click()
      await page.getByLabel('Book and cancel stays for you').uncheck()
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByRole('status')).toContainText('Saved')
      await becomes(() => cancel(host, tokens.access_token), 403)
      expect(await statusOf(host, tokens.access_token)).toBe(200)
      const later = await host.refresh(String(tokens.refresh_token))
      expect(await cancel(host, later.access_token)).toBe(403)
      await expect(page.getByText('Book and cancel stays for you')).toHaveCount(0)
    })

    test('a person reads what an app did, finds it again, and takes it along', async ({
      page,
      host,
      connect,
    }) => {
      const { access_token } = await connect(page, host)
      const { slug, held } = await book(host, access_token)
      await approve(page, held)
      expect(await cancel(host, access_token)).toBe(404)
      await page.waitForTimeout(300)
      await page.goto('/account/connections')
      await expect(page.getByText(/3 calls in 30 days/)).toBeVisible()
      await page.getByRole('link', { name: 'What it did' }).click()
      const booked = page.getByRole('listitem').filter({ hasText: 'Book a stay' })
      await expect(booked.getByText('Done')).toBeVisible()
      await expect(booked.getByRole('link')).toHaveAttribute('href', `/stays/${slug}`)
      await page.getByLabel('What').selectOption('cancelReservation')
      await page.getByRole('button', { name: 'Show' }).click()
      await expect(page.getByText('Refused: there is no such thing')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible()
      await expect(booked).toHaveCount(0)
      const exported = JSON.parse(await download(page, 'Export as JSON'))
      expect(exported.map((one: { operation: string }) => one.operation)).toEqual([
        'cancelReservation',
      ])
      await page.goto('/account/activity')
      expect(await download(page, 'Export as CSV')).toContain(`,bookStay,`)
    })

    test('a person makes a key, uses it, and ends it', async ({
      page,
      user,
      host,
      createAccount,
    }) => {
      await createAccount(page, user)
      await page.goto('/account/keys')
      await page.getByLabel('Name', { exact: true }).fill('My agent')
      await page.getByRole('button', { name: 'Make a key' }).click()
      await expect(page.getByText('Choose at least one thing').first()).toBeVisible()
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue('My agent')
      await page.getByLabel('See your reservations').check()
      await page.getByRole('button', { name: 'Make a key' }).click()
      const key = await page.locator('code').filter({ hasText: 'lk_' }).innerText()
      expect(await statusOf(host, key)).toBe(200)
      expect(await cancel(host, key)).toBe(403)
      await page.goto('/account/keys')
      await expect(page.getByText(key)).toHaveCount(0)
      await page.getByRole('button', { name: 'End' }).click()
      await expect(page.getByRole('status')).toContainText('works no more')
      await becomes(() => statusOf(host, key), 401)
    })

    test('a person takes their data along, deletes the account, and comes back in time', async ({
      page,
      user,
      host,
      connect,
    }) => {
      const { access_token } = await connect(page, host)
      await page.goto('/account/data')
      const data = JSON.parse(await download(page, 'Download everything'))
      expect([data.account.email, data.connections.length]).toEqual([user.email, 1])
      await page.getByRole('button', { name: 'Delete my account' }).click()
      await expect(page.getByText(`Type ${user.email}`).first()).toBeVisible()
      await page.getByLabel('Your email address').fill(user.email)
      await page.getByRole('button', { name: 'Delete my account' }).click()
      await expect(page.getByText('Your account will be deleted on')).toBeVisible()
      await becomes(() => statusOf(host, access_token), 401)
      await signOutAndIn(page, user)
      await page.getByRole('button', { name: 'Keep my account' }).click()
      await expect(page.getByRole('status')).toContainText('Your account stays')
      await expect(page.getByText('Your account will be deleted on')).toHaveCount(0)
    })

    test('a person who is leaving connects nothing before they decide to stay', async ({
      page,
      user,
      host,
      connect,
    }) => {
      await connect(page, host)
      await page.goto('/account/data')
      await page.getByLabel('Your email address').fill(user.email)
      await page.getByRole('button', { name: 'Delete my account' }).click()
      await expect(page.getByText('Your account will be deleted on')).toBeVisible()
      await page.goto(host.authorizeUrl())
      await expect(page.getByRole('button', { name: 'Allow' })).toHaveCount(0)
      await page.getByRole('button', { name: 'Keep my account' }).click()
      await page.getByRole('button', { name: 'Allow' }).click()
      const { access_token } = await host.exchange(await host.back(page))
      expect(await statusOf(host, access_token)).toBe(200)
    })
  })
}

test('a person who cannot see well takes back too', async ({ page, host, connect }) => {
  const { access_token } = await connect(page, host)
  await book(host, access_token)
  await page.waitForTimeout(300)
  await page.goto('/account/keys')
  await page.getByRole('button', { name: 'Make a key' }).click()
  await expect(page.getByText('Please correct this')).toBeVisible()
  await expectReadable(page)
  await page.getByLabel('Name', { exact: true }).fill('My agent')
  await page.getByLabel('See your reservations').check()
  await page.getByRole('button', { name: 'Make a key' }).click()
  await expect(page.getByText('Copy your key now')).toBeVisible()
  await expectReadable(page)
  for (const path of ['', '/connections', '/activity', '/keys', '/data']) {
    await page.goto(`/account${path}`)
    for (const summary of await page.locator('summary').all()) await summary.click()
    await expectReadable(page, { widths: [1280, 360] })
  }
})

test('nobody downloads anything without being signed in', async ({ request }) => {
  for (const path of ['/account/data/download', '/account/activity/export?format=csv']) {
    expect((await request.get(path)).status()).toBe(401)
  }
})

async function signOutAndIn(page: Page, user: User): Promise<void> {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('Email').fill(user.email)
  await page.getByLabel('Password').fill(user.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const becomes = (status: () => Promise<number>, expected: number) =>
  expect.poll(status, { timeout: 1000, intervals: [50] }).toBe(expected)

const statusOf = async (host: Host, token: string) =>
  (await host.call(token, '/api/reservations')).status

/** Cancels nothing: the status tells whether the token may. */
const cancel = async (host: Host, token: string) =>
  (await host.call(token, '/api/reservations/none/cancel', { method: 'POST' })).status

/** Resolves to the slug of the stay. */
async function book(host: Host, token: string): Promise<{ slug: string; held: Response }> {
  const { stays } = await (await host.call(token, '/api/stays?where=Lisbon')).json()
  const nights = 30 + Math.floor(Math.random() * 300)
  const wish = {
    stay: stays[0].slug,
    checkIn: daysFromNow(nights),
    checkOut: daysFromNow(nights + 1),
  }
  const body = JSON.stringify({ ...wish, guests: 1 })
  const held = await host.call(token, '/api/reservations', { method: 'POST', body })
  expect(held.status).toBe(202)
  return { slug: stays[0].slug, held }
}

async function download(page: Page, name: string): Promise<string> {
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name }).click()
  return readFile(await (await started).path(), 'utf8')
}
