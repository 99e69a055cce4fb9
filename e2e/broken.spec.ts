import { expect, test } from './fixtures'
import { newPage } from './mailed'
import { freePort, nextStart, run } from './processes'

test('who meets a failing page can name the request by the number that the log has', async ({
  browser,
}) => {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const settings = { DATABASE_URL: 'postgresql://127.0.0.1:9/none', DATABASE_EMBEDDED: '' }
  const secret = { APP_SECRET: 'the secret of a site that has no database' }
  const site = await run(nextStart, { ...settings, ...secret, APP_ORIGIN: origin }, port)
  const page = await newPage(browser, origin)
  const response = await page.goto('/sign-in')
  const number = page.locator('code')
  await expect(number).toHaveText(String(response?.headers()['x-request-id']))
  const [again] = await Promise.all([
    page.waitForResponse((one) => one.url().includes('/sign-in')),
    page.getByRole('button', { name: 'Try again' }).click(),
  ])
  expect(again.headers()['x-request-id']).not.toBe(response?.headers()['x-request-id'])
  await expect(number).toHaveText(String(again.headers()['x-request-id']))
  await site.stop()
})
