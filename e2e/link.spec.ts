import { randomUUID } from 'node:crypto'
import { approve, daysFromNow, expect, letApp, signOut, test } from './fixtures'
import { answerCallback } from './host'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a person signs up, links an assistant, and it searches and books for them', async ({
      page,
      user,
      host,
      signUp,
    }) => {
      const redirects: number[] = []
      const openers: (string | undefined)[] = []
      page.on('response', (response) => {
        openers.push(response.headers()['cross-origin-opener-policy'])
        if (response.status() >= 300 && response.status() < 400 && response.status() !== 304) {
          redirects.push(response.status())
        }
      })
      await answerCallback(page)
      await page.goto(host.authorizeUrl())
      await page.getByRole('link', { name: 'Create an account' }).click()
      await signUp(page, user)

      await expect(page.getByText('chat.openai.com').first()).toBeVisible()
      await expect(page.getByText(user.email).first()).toBeVisible()
      await expect(page.getByText('Book and cancel stays for you')).toBeVisible()
      await page.getByRole('button', { name: 'Allow' }).click()
      const tokens = await host.exchange(await host.back(page))
      expect(redirects.filter((status) => status !== 303 && status !== 302)).toEqual([])
      // Microsoft opens these pages in a pop-up that must still know who opened it.
      expect(openers.filter(Boolean)).toEqual([])

      const dates = { checkIn: daysFromNow(40), checkOut: daysFromNow(42) }
      const search = new URLSearchParams({ where: 'Paris, France', guests: '2', ...dates })
      const found = await (await host.call(tokens.access_token, `/api/stays?${search}`)).json()
      expect(found.stays.length).toBeGreaterThan(3)
      const [stay] = found.stays
      const body = JSON.stringify({ stay: stay.slug, guests: 2, ...dates })
      const book = () =>
        host.call(tokens.access_token, '/api/reservations', { method: 'POST', body })
      await approve(page, await book())
      const booked = await book()
      expect(booked.status).toBe(200)
      const outcome = await booked.json()
      expect(outcome).toMatchObject({
        status: 'done',
        reservation: { stay: stay.slug, totalPrice: stay.totalPrice, status: 'confirmed' },
      })

      const again = await host.refresh(String(tokens.refresh_token))
      const mine = await (await host.call(again.access_token, '/api/reservations')).json()
      expect(mine.reservations.map((one: { id: string }) => one.id)).toEqual([
        outcome.reservation.id,
      ])
      const path = `/api/reservations/${outcome.reservation.id}/cancel`
      const cancel = () => host.call(again.access_token, path, { method: 'POST' })
      await approve(page, await cancel())
      expect(await (await cancel()).json()).toMatchObject({ reservation: { status: 'cancelled' } })

      await page.goto(outcome.reservation.url)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(stay.name)
    })

    test('a person refuses, and the assistant is told access_denied', async ({
      page,
      user,
      host,
      signUp,
      baseURL,
    }) => {
      await answerCallback(page)
      await page.goto(host.authorizeUrl())
      await page.getByRole('link', { name: 'Create an account' }).click()
      await signUp(page, user)
      await page.getByRole('button', { name: 'Deny' }).click()
      const back = await host.back(page)
      expect(Object.fromEntries(back.searchParams)).toMatchObject({
        error: 'access_denied',
        state: 'state-of-the-host',
        iss: baseURL,
      })
    })
  })
}

test('a person disconnects an app, and its next call is refused within a second', async ({
  page,
  user,
  host,
  createAccount,
}) => {
  await answerCallback(page)
  await createAccount(page, user)
  await page.goto(host.authorizeUrl())
  await page.getByRole('button', { name: 'Allow' }).click()
  const tokens = await host.exchange(await host.back(page))
  expect((await host.call(tokens.access_token, '/api/reservations')).status).toBe(200)
  await page.goto('/account/connections')
  await expect(page.getByText('ChatGPT').first()).toBeVisible()
  await page.getByRole('button', { name: /Disconnect/ }).click()
  await expect(page.getByRole('button', { name: /Disconnect/ })).toHaveCount(0)
  await expect
    .poll(async () => (await host.call(tokens.access_token, '/api/reservations')).status, {
      timeout: 1000,
      intervals: [50],
    })
    .toBe(401)
})

test('one person signs out, another links, and the connection is the other’s', async ({
  page,
  user,
  host,
  signUp,
  createAccount,
}) => {
  await answerCallback(page)
  await createAccount(page, user)
  await page.goto(host.authorizeUrl())
  await page.getByRole('button', { name: 'Allow' }).click()
  await host.back(page)
  await signOut(page)
  await page.goto(host.authorizeUrl())
  const other = { ...user, name: 'Bob', email: `bob-${user.email}` }
  await page.getByRole('link', { name: 'Create an account' }).click()
  await signUp(page, other)
  await expect(page.getByText(other.email).first()).toBeVisible()
  await page.getByRole('button', { name: 'Allow' }).click()
  const tokens = await host.exchange(await host.back(page))
  expect((await host.call(tokens.access_token, '/api/reservations')).status).toBe(200)
  await page.goto('/account/connections')
  await expect(page.getByRole('button', { name: /Disconnect/ })).toHaveCount(1)
})

test('a hundred assistants want the last room at once, and exactly one gets it', async ({
  page,
  user,
  host,
  connect,
}) => {
  test.setTimeout(120_000)
  const { access_token } = await connect(page, host)
  await letApp(user)
  const dates = { checkIn: daysFromNow(200), checkOut: daysFromNow(201) }
  const search = new URLSearchParams({ where: 'Tokyo', ...dates, guests: '1' })
  const { stays } = await (await host.call(access_token, `/api/stays?${search}`)).json()
  const body = JSON.stringify({ stay: stays[0].slug, guests: 1, ...dates })
  const book = async () => {
    const headers = { 'idempotency-key': randomUUID() }
    return (await host.call(access_token, '/api/reservations', { method: 'POST', body, headers }))
      .status
  }
  const details = await (
    await host.call(access_token, `/api/stays/${stays[0].slug}?${new URLSearchParams(dates)}`)
  ).json()
  for (let room = 1; room < details.rooms.length; room += 1) expect(await book()).toBe(200)
  const statuses = await Promise.all(Array.from({ length: 100 }, book))
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(statuses.filter((status) => status === 409)).toHaveLength(99)
})
