import type { Page } from '@playwright/test'
import { assistant, idOf } from './assistant'
import { approve, change, expect, test } from './fixtures'
import { expectReadable } from './readable'

test('an open page shows what was decided in another window, and the account page counts', async ({
  page,
  context,
  host,
  connect,
}) => {
  const { book } = await assistant(page, host, connect)
  const held = await book()
  await page.goto('/account')
  const waiting = page.getByRole('region', { name: 'Waits for your answer' })
  await expect(waiting).toContainText('ChatGPT asks')
  const badge = page.getByRole('banner').getByText(/^\d+ new$/)
  const before = Number.parseInt(await badge.innerText(), 10)
  await waiting.getByRole('link', { name: 'Decide' }).click()
  const other = await context.newPage()
  await approve(other, held)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Done', { timeout: 10_000 })
  await other.goto('/account')
  await expect(other.getByRole('region', { name: 'Waits for your answer' })).toHaveCount(0)
  expect(Number.parseInt(await other.getByRole('banner').innerText(), 10)).not.toBe(before)
})

test('a request that nobody opens is mailed, until the person wants no such mail', async ({
  page,
  user,
  host,
  connect,
}) => {
  const { book } = await assistant(page, host, connect)
  const mail = page.locator('li').filter({ hasText: `to ${user.email}` })
  const waits = mail.filter({ hasText: 'A request waits for your answer' })
  const { confirmationUrl } = await (await book()).json()
  await change('overlook', idOf(confirmationUrl))
  await page.goto('/outbox')
  await expect(waits).toHaveCount(1)
  expect(await waits.innerText()).not.toContain('ChatGPT')
  await waits.locator(`a[href="${confirmationUrl}"]`).click()
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible()

  await page.goto('/account/email')
  await page.getByLabel(/^Send me a mail when an app asks/).uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toHaveText('Saved.')
  await page.reload()
  await expect(page.getByLabel(/^Send me a mail when an app asks/)).not.toBeChecked()
  await change('overlook', idOf((await (await book({ guests: 2 })).json()).confirmationUrl))
  await page.goto('/outbox')
  await expect(waits).toHaveCount(1)
})

test('an open page shows that its time is over', async ({ page, host, connect }) => {
  const { book } = await assistant(page, host, connect)
  const { confirmationUrl } = await (await book()).json()
  await page.goto(confirmationUrl)
  await change('expire', idOf(confirmationUrl))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The time to decide is over', {
    timeout: 10_000,
  })
})

test('a stranger who is sent the link is shown the same as for any other', async ({
  page,
  host,
  connect,
  request,
}) => {
  const { book, stay } = await assistant(page, host, connect)
  const { confirmationUrl } = await (await book()).json()
  const response = await request.get(confirmationUrl)
  const html = await response.text()
  expect(response.headers()['x-frame-options']).toBe('DENY')
  expect(html).toContain('property="og:title" content="A request waits for your answer"')
  expect(html).toContain('name="robots" content="noindex, nofollow"')
  for (const secret of [stay.name, 'ChatGPT', 'Book']) {
    expect(html.slice(0, html.indexOf('</main>'))).not.toContain(secret)
  }
  const image = html.match(/property="og:image" content="([^"]+)"/)?.[1]
  const picture = await request.get(String(image))
  expect(picture.headers()['content-type']).toBe('image/png')
  const missing = String(image).replace(idOf(confirmationUrl), 'nothing')
  expect((await (await request.get(missing)).body()).equals(await picture.body())).toBe(true)
  const state = await request.get(`${confirmationUrl}/state?is=waiting`)
  expect(await state.json()).toEqual({ state: null })
})

test('everybody can read the page: light, dark, from right to left, and on a small screen', async ({
  page,
  host,
  connect,
}) => {
  test.setTimeout(180_000)
  const { book, stay } = await assistant(page, host, connect, 'Florence')
  const { confirmationUrl } = await (await book()).json()
  await change('raise-prices', stay.slug)
  for (const language of ['العربية', 'Français', 'English']) {
    await page.goto(confirmationUrl)
    await speak(page, language)
    await expect(page).toHaveURL(confirmationUrl)
    await expectReadable(page, { widths: [1280, 360] })
  }
  await page.goto('/account')
  await expectReadable(page, { widths: [1280, 360] })
  await page.goto('/account/connections')
  await page.getByRole('link', { name: 'When it asks you' }).click()
  for (const language of ['العربية', 'English']) {
    await speak(page, language)
    await expectReadable(page, { widths: [1280, 360] })
  }
  await page.goto(confirmationUrl)
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Done')
  await expectReadable(page, { widths: [1280, 360] })
})

async function speak(page: Page, language: string): Promise<void> {
  const button = page.getByRole('button', { name: language })
  await button.click()
  await expect(button).toHaveAttribute('aria-current', 'true')
}
