import type { Page } from '@playwright/test'
import { assistant, idOf } from './assistant'
import { change, expect, signOut, test } from './fixtures'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })
    // Prices that rise are nobody else's.
    const pricey = javaScriptEnabled ? 'Prague' : 'Munich'

    test('an assistant books, the person approves, and its second call returns the reservation', async ({
      page,
      host,
      connect,
    }) => {
      const { book, reservations, stay } = await assistant(page, host, connect)
      const held = await (await book()).json()
      expect(held).toMatchObject({ status: 'confirmation_required' })

      await page.goto(held.confirmationUrl)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('ChatGPT asks for your yes')
      await expect(page.getByText(/^Connected since /)).toBeVisible()
      await expect(page.getByText(`at ${stay.name} in Vienna`)).toBeVisible()
      await expect(fact(page, 'Price')).toHaveText(stay.price)
      await expect(page.getByText('You can cancel free of charge')).toBeVisible()
      expect(await reservations()).toEqual([])
      await page.getByRole('button', { name: 'Approve' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Done')
      expect(page.url()).toBe(held.confirmationUrl)
      await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0)

      const outcome = await (await book()).json()
      expect(outcome).toMatchObject({ status: 'done', reservation: { status: 'confirmed' } })
      expect(await reservations()).toEqual([outcome.reservation.id])
      const seen = page.getByRole('link', { name: 'See what came of it' })
      expect(await seen.getAttribute('href')).toBe(outcome.reservation.url)
    })

    test('the person refuses, and the assistant is told so without blame', async ({
      page,
      host,
      connect,
    }) => {
      const { book, reservations } = await assistant(page, host, connect)
      await page.goto((await (await book()).json()).confirmationUrl)
      await page.getByRole('button', { name: 'Refuse' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('You refused')
      expect(await (await book()).json()).toMatchObject({ status: 'refused' })
      expect(await reservations()).toEqual([])
    })

    test('the price rises before the click: nothing is booked, and the page says what changed', async ({
      page,
      host,
      connect,
    }) => {
      const { book, reservations, stay } = await assistant(page, host, connect, pricey)
      await page.goto((await (await book()).json()).confirmationUrl)
      await change('raise-prices', stay.slug)
      await page.getByRole('button', { name: 'Approve' }).click()
      await expect(page.getByText('This has changed since you looked at it')).toBeVisible()
      const changes = page.getByRole('region', { name: 'Changed since it was asked' })
      await expect(changes).toContainText(`Price: was ${stay.price}, now `)
      expect(await reservations()).toEqual([])
      await page.getByRole('button', { name: 'Approve' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Done')
      expect(await reservations()).toHaveLength(1)
    })

    test('a click that comes too late does nothing', async ({ page, host, connect }) => {
      const { book, reservations } = await assistant(page, host, connect)
      const { confirmationUrl } = await (await book()).json()
      // The click is faster than the page that looks after itself.
      await page.route('**/state?*', (route) => route.fulfill({ status: 204 }))
      await page.goto(confirmationUrl)
      await change('expire', idOf(confirmationUrl))
      await page.getByRole('button', { name: 'Approve' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('The time to decide is over')
      expect(await reservations()).toEqual([])
      expect(await (await book()).json()).toMatchObject({ status: 'failed' })
    })

    test('the connection is ended while the page is open, and the click does nothing', async ({
      page,
      context,
      host,
      connect,
    }) => {
      const { book } = await assistant(page, host, connect)
      await page.goto((await (await book()).json()).confirmationUrl)
      const other = await context.newPage()
      await other.goto('/account/connections')
      await other
        .getByRole('button', { name: /Disconnect/ })
        .first()
        .click()
      await expect(other.getByRole('status')).toContainText('Disconnected')
      const button = page.getByRole('button', { name: 'Approve' })
      if (!javaScriptEnabled) await button.click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'This app may not ask any more',
      )
    })

    test('a person lets an app book below an amount, and sets what it may do in a day', async ({
      page,
      host,
      connect,
    }) => {
      const { book, reservations } = await assistant(page, host, connect)
      await page.goto('/account/connections')
      await page.getByRole('link', { name: 'When it asks you' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('When ChatGPT asks you')
      await expect(
        page.getByText('It always asks you, because this cannot be undone'),
      ).toBeVisible()
      const rule = page.locator('form').filter({ hasText: 'Above an amount' })
      await rule.getByLabel('Above an amount').check()
      await rule.getByLabel('Amount', { exact: true }).fill('a lot')
      await rule.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Enter an amount like').first()).toBeVisible()
      await expect(rule.getByLabel('Above an amount')).toBeChecked()
      await rule.getByLabel('Amount', { exact: true }).fill('9000')
      await rule.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByRole('status')).toHaveText('Saved.')
      await expect(rule.getByLabel('Amount', { exact: true })).toHaveValue('9000.00')

      const limit = page.locator('form').filter({ hasText: 'Amount a day' })
      await limit.getByLabel('Bookings and the like a day').fill('none')
      await limit.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Enter a whole number').first()).toBeVisible()
      await limit.getByLabel('Bookings and the like a day').fill('1')
      await limit.getByRole('button', { name: 'Save' }).click()
      await expect(limit.getByLabel('Bookings and the like a day')).toHaveValue('1')
      await expect(page.getByRole('status')).toHaveText('Saved.')

      expect((await book()).status).toBe(200)
      expect((await book({ guests: 2 })).status).toBe(429)
      expect(await reservations()).toHaveLength(1)
    })

    test('another account learns nothing, and leads to the right one', async ({
      page,
      user,
      host,
      connect,
      signUp,
    }) => {
      const { book, stay } = await assistant(page, host, connect)
      const { confirmationUrl } = await (await book()).json()
      await signOut(page)
      await page.goto(confirmationUrl)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to decide')
      await page.getByRole('main').getByRole('link', { name: 'Create account' }).click()
      await signUp(page, { ...user, name: 'Bob', email: `bob-${user.email}` })
      await expect(page).toHaveURL(confirmationUrl)
      const missing = `${confirmationUrl.slice(0, -4)}AAAA`
      const texts = []
      for (const url of [confirmationUrl, missing]) {
        await page.goto(url)
        texts.push(await page.getByRole('main').innerText())
        await expect(page.getByRole('main')).not.toContainText(stay.name)
        await expect(page.getByRole('main')).not.toContainText('ChatGPT')
      }
      expect(texts[0]).toBe(texts[1])

      await page.goto(confirmationUrl)
      await page.getByRole('button', { name: 'Use another account' }).click()
      await page.getByLabel('Email').fill(user.email)
      await page.getByLabel('Password').fill(user.password)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page).toHaveURL(confirmationUrl)
      await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible()
    })
  })
}

const fact = (page: Page, label: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('dd')
