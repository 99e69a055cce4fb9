import { expect, signOut, test } from './fixtures'
import { heading, mailedLink } from './mailed'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('who takes an account back by mail disconnects at once what somebody else connected', async ({
      page,
      user,
      host,
      connect,
    }) => {
      const { access_token } = await connect(page, host)
      const status = async () => (await host.call(access_token, '/api/reservations')).status
      await page.goto(await mailedLink(page, user.email, 'verify-email'))
      await page.getByRole('button', { name: 'Confirm' }).click()
      await page.goto('/account')
      await signOut(page)

      await page.goto('/reset-password?next=%2Faccount%2Factivity')
      await page.getByLabel('Email').fill(user.email)
      await page.getByRole('button', { name: 'Mail me the link' }).click()
      await page.goto(await mailedLink(page, user.email, 'reset-password'))
      const password = 'a new sentence for today'
      await page.getByLabel('New password').fill(password)
      await page.getByRole('button', { name: 'Save the new password' }).click()
      await page.getByLabel('Email').fill(user.email)
      await page.getByLabel('Password').fill(password)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(heading(page)).toHaveText('Your password is changed')
      expect(await status()).toBe(200)
      await expect(page.getByRole('link', { name: 'Everything is mine' })).toHaveAttribute(
        'href',
        '/account/activity',
      )
      await page.getByRole('button', { name: 'Disconnect everything' }).click()
      await expect(heading(page)).toHaveText('Every app is disconnected and every key ended')
      await expect.poll(status, { timeout: 1000, intervals: [50] }).toBe(401)
      await page.getByRole('link', { name: 'Go on' }).click()
      await page.waitForURL('**/account/activity')
    })
  })
}
