import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures'
import { checkIn, checkOut, test } from './view-stage'

const asked = (page: Page) => page.evaluate(() => window.host.asked)

const money = (cents: number, locale = 'en') =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    ...(cents % 100 === 0 && { maximumFractionDigits: 0 }),
  }).format(cents / 100)

test('a person sees what was found, and then all of it', async ({ page, stage }) => {
  expect(Buffer.byteLength(stage.html)).toBeLessThanOrEqual(12 * 1024)
  const view = await stage.show()
  const { name, url, pricePerNight, totalPrice } = stage.first
  await expect(view.getByRole('heading', { level: 1 })).toHaveText('Stays in Paris')
  const cards = view.getByRole('listitem')
  await expect(cards.first().getByRole('link', { name })).toHaveAttribute('href', url)
  await expect(cards.first()).toContainText(`${money(pricePerNight)} a night`)
  await expect(cards.first()).toContainText(`${money(totalPrice)} in all`)
  await expect(cards).toHaveCount(4)
  await view.getByRole('button', { name: 'Show 6 more' }).click()
  await expect(cards).toHaveCount(10)
  await expect(cards.nth(4).getByRole('link')).toBeFocused()
  const widths = () =>
    view
      .locator('img')
      .evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth))
  await expect.poll(widths, { timeout: 30_000 }).toEqual(Array(10).fill(1200))
  const isWhole = () => document.documentElement.scrollHeight <= window.innerHeight
  await expect.poll(() => page.frames()[1]?.evaluate(isWhole)).toBe(true)
})

test('a person books by keyboard, and the assistant is asked for that stay and these dates', async ({
  page,
  stage,
}) => {
  const view = await stage.show()
  const { name } = stage.first
  const book = view.getByRole('button', { name: `Book ${name}` })
  await view.getByRole('link', { name }).focus()
  await page.keyboard.press('Tab')
  await expect(book).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(view.getByText(`Passed on to the assistant: ${name} in Paris.`)).toBeVisible()
  const text = `Book ${stage.first.slug} from ${checkIn} to ${checkOut} for 2 guests.`
  expect(await asked(page)).toEqual([
    { method: 'ui/message', params: { role: 'user', content: [{ type: 'text', text }] } },
  ])
})

test('without dates, the assistant is told to ask for them', async ({ page, stage }) => {
  const view = await stage.show({ input: { where: 'Paris' } })
  await view.getByRole('button', { name: 'Book' }).first().click()
  await expect
    .poll(async () => JSON.stringify(await asked(page)))
    .toContain(`Book ${stage.first.slug}. Ask me for the dates first.`)
})

test('a name opens the page of the stay by the host', async ({ page, stage }) => {
  const view = await stage.show()
  await view.getByRole('link', { name: stage.first.name }).click()
  await expect
    .poll(() => asked(page))
    .toEqual([{ method: 'ui/open-link', params: { url: stage.first.url } }])
})

test('in a host that takes no messages, Book opens the page of the stay', async ({
  page,
  stage,
}) => {
  const view = await stage.show({ capabilities: { openLinks: {} } })
  await view.getByRole('button', { name: 'Book' }).first().click()
  await expect
    .poll(() => asked(page))
    .toEqual([{ method: 'ui/open-link', params: { url: stage.first.url } }])
})

test('where the host refuses, Book says where the page is', async ({ page, stage }) => {
  const view = await stage.show({ refuses: true })
  await view.getByRole('button', { name: 'Book' }).first().click()
  await expect(
    view.getByText(`The page could not be opened from here: ${stage.first.url}`),
  ).toBeVisible()
  expect((await asked(page)).map(({ method }) => method)).toEqual(['ui/message', 'ui/open-link'])
})

for (const theme of ['light', 'dark'] as const) {
  test(`a person who cannot see well reads it, ${theme}`, async ({ page, stage }) => {
    const view = await stage.show({ context: { theme } })
    await expect(view.getByRole('listitem')).toHaveCount(4)
    const ground = theme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(20, 28, 25)'
    await expect(view.getByRole('listitem').first()).toHaveCSS('background-color', ground)
    // The checker does not see through a frame to the ground of the host.
    await page.frames()[1]?.evaluate(() => {
      document.body.style.background = 'canvas'
    })
    const { violations, passes } = await new AxeBuilder({ page })
      .include(['iframe', 'body'])
      // A busy machine's frame may take longer than half a second to answer.
      .options({ pingWaitTime: 20_000, frameWaitTime: 60_000 })
      .analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    expect(passes.map(({ id }) => id)).toContain('color-contrast')
  })
}

test('it takes a host’s colors when they are whole, and its language', async ({ page, stage }) => {
  const colors = {
    '--color-background-primary': 'rgb(1, 2, 3)',
    '--color-text-primary': '#fff',
    '--color-text-secondary': '#eee',
  }
  const view = await stage.show({ context: { theme: 'dark', styles: { variables: colors } } })
  const card = view.getByRole('listitem').first()
  await expect(card).toHaveCSS('background-color', 'rgb(20, 28, 25)')
  const variables = { ...colors, '--color-border-primary': '#444' }
  const whole: Record<string, unknown> = { locale: 'de', styles: { variables } }
  await page.evaluate((context) => window.host.bridge.sendHostContextChange(context), whole)
  await expect(card).toHaveCSS('background-color', 'rgb(1, 2, 3)')
  await expect(card).toContainText(money(stage.first.totalPrice, 'de'))
})

test('what is told stays text, and only safe addresses are followed', async ({ page, stage }) => {
  const name = '<img src=x onerror="top.broken = 1"> \u202e\n Evil'
  const stays = [
    { ...stage.first, name, url: 'javascript:top.broken=1', image: 'http://evil.example/x' },
    { ...stage.first, rating: '5<b>', pricePerNight: 'free', currency: 'no', kind: null },
    null,
    { name: 7 },
  ]
  const view = await stage.show({ result: { content: [], structuredContent: { stays } } })
  await expect(view.getByRole('listitem')).toHaveCount(2)
  const bad = view.getByRole('listitem').first()
  await expect(bad.getByRole('heading')).toHaveText('<img src=x onerror="top.broken = 1"> Evil')
  await expect(bad.getByRole('link')).toHaveCount(0)
  await expect(view.locator('img')).toHaveCount(1)
  await bad.getByRole('button').click()
  await expect.poll(async () => (await asked(page)).length).toBe(1)
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
})

const nothing = { content: [], structuredContent: { stays: [] } }
const failure = {
  isError: true,
  content: [{ type: 'text' as const, text: 'checkOut is too early.' }],
}
const outcomes = [
  ['looking', null, 'Looking for stays…'],
  ['nothing found', nothing, 'Nothing is free that fits.'],
  ['a failure', failure, 'The search did not work. checkOut is too early.'],
  ['an answer it cannot read', { content: [] }, 'The search did not work.'],
] as const

for (const [what, result, text] of outcomes) {
  test(`it says so in words: ${what}`, async ({ stage }) => {
    const view = await stage.show({ result })
    await expect(view.getByRole('status').first()).toContainText(text)
    await expect(view.getByRole('button')).toHaveCount(0)
  })
}

test('it says that a search was stopped, and leaves when it is told to', async ({
  page,
  stage,
}) => {
  const view = await stage.show({ result: null })
  await page.evaluate(() => window.host.bridge.sendToolCancelled({ reason: 'user action' }))
  await expect(view.getByText('The search was stopped.')).toBeVisible()
  expect(await page.evaluate(() => window.host.bridge.teardownResource({}))).toEqual({})
})

test('it works with ChatGPT’s older bridge too', async ({ page, stage }) => {
  await page.addInitScript(
    ([toolInput, stay]) => {
      if (location.pathname !== '/view') return
      const sent: unknown[] = []
      const sendFollowUpMessage = async (message: unknown) => sent.push(message)
      const openai = {
        toolInput,
        toolOutput: { stays: [stay] },
        theme: 'dark',
        sendFollowUpMessage,
      }
      Object.assign(window, { openai, sent })
    },
    [{ checkIn, checkOut }, stage.first] as const,
  )
  const view = await stage.show({ capabilities: {}, result: null })
  await expect(view.getByRole('listitem')).toHaveCSS('background-color', 'rgb(20, 28, 25)')
  await view.getByRole('button', { name: 'Book' }).click()
  await expect(view.getByText('Passed on to the assistant')).toBeVisible()
  expect(await page.frames()[1]?.evaluate(() => (window as unknown as { sent: [] }).sent)).toEqual([
    { prompt: `Book ${stage.first.slug} from ${checkIn} to ${checkOut} for 2 guests.` },
  ])
})
