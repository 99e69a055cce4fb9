import { expect, test } from './fixtures'
import { newPage } from './mailed'
import { expectReadable } from './readable'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a person is told of a new app, by mail too, and disconnects it from there', async ({
      page,
      user,
      host,
      connect,
    }) => {
      const { access_token } = await connect(page, host)
      expect((await host.call(access_token, '/api/reservations')).status).toBe(200)
      await expect(async () => {
        await page.goto('/outbox')
        const mail = page.locator('li').filter({ hasText: `to ${user.email}` })
        await expect(mail.filter({ hasText: 'A new app is connected' })).toHaveCount(1)
      }).toPass()
      await page.goto('/account')
      await expect(page.getByRole('link', { name: 'Account 1 new' })).toBeVisible()
      const notice = page.getByRole('region', { name: 'What is new' }).getByRole('listitem')
      await expect(notice).toContainText('ChatGPT was connected on')
      await notice.getByRole('button', { name: 'Disconnect' }).click()
      await expect(page.getByRole('status')).toContainText('Disconnected.')
      const status = async () => (await host.call(access_token, '/api/reservations')).status
      await expect.poll(status, { timeout: 1000, intervals: [50] }).toBe(401)
      await expect(page.getByRole('region', { name: 'What is new' })).toHaveCount(0)
      await expect(page.getByText('No app is connected')).toBeVisible()
    })

    test('a person hears of a browser that was not seen before, once', async ({
      browser,
      baseURL,
      page,
      user,
      createAccount,
    }) => {
      await createAccount(page, user)
      await expect(page.getByRole('region', { name: 'What is new' })).toHaveCount(0)
      const other = await newPage(browser, baseURL)
      for (const times of [1, 2]) {
        await other.goto('/sign-in?again=1')
        await other.getByLabel('Email').fill(user.email)
        await other.getByLabel('Password').fill(user.password)
        await other.getByRole('button', { name: 'Sign in', exact: true }).click()
        await other.waitForURL('**/account')
        const news = other.getByText('Somebody signed in with')
        await expect(news, `after ${times}`).toHaveCount(1)
      }
      await page.reload()
      await page.getByRole('button', { name: 'Dismiss' }).click()
      await expect(page.getByRole('region', { name: 'What is new' })).toHaveCount(0)
      await expect(page.getByRole('link', { name: 'Account', exact: true })).toBeVisible()
    })
  })
}

test('what is new can be read by everybody', async ({ page, host, connect }) => {
  await connect(page, host)
  await page.goto('/account')
  await expect(page.getByRole('region', { name: 'What is new' })).toBeVisible()
  await expectReadable(page, { widths: [1280, 360] })
})
