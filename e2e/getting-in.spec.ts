import { expect, signOut, test } from './fixtures'
import { answerCallback } from './host'
import { heading, mailedLink } from './mailed'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a person connects before confirming the address, and confirms it afterwards', async ({
      page,
      user,
      host,
      connect,
    }) => {
      await connect(page, host)
      await page.goto('/account')
      await expect(page.getByText('not confirmed yet')).toBeVisible()
      const link = await mailedLink(page, user.email, 'verify-email')
      await page.goto(link)
      await page.getByRole('button', { name: 'Confirm' }).click()
      await expect(page.getByRole('status')).toHaveText('Your email address is confirmed.')
      await page.goto(link)
      await expect(heading(page)).toHaveText('Your address is confirmed')
    })

    test('a person who forgot the password chooses a new one and comes to the consent', async ({
      page,
      user,
      host,
      createAccount,
    }) => {
      await answerCallback(page)
      await createAccount(page, user)
      await signOut(page)
      await page.goto(host.authorizeUrl())
      await page.getByRole('link', { name: 'Forgot your password?' }).click()
      await page.getByLabel('Email').fill(user.email)
      await page.getByRole('button', { name: 'Mail me the link' }).click()
      await expect(heading(page)).toHaveText('Look at your mail')

      const link = await mailedLink(page, user.email, 'reset-password')
      await page.goto(link)
      await page.getByLabel('New password').fill('Password1234')
      await page.getByRole('button', { name: 'Save the new password' }).click()
      await expect(page.getByText('easy to guess').first()).toBeVisible()
      const password = 'a new sentence for today'
      await page.getByLabel('New password').fill(password)
      await page.getByRole('button', { name: 'Save the new password' }).click()
      await expect(page.getByRole('status')).toHaveText(
        'Your password is changed. Sign in with it.',
      )
      await page.getByLabel('Email').fill(user.email)
      await page.getByLabel('Password').fill(password)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('button', { name: 'Allow' }).click()
      await host.exchange(await host.back(page))

      await page.goto(link)
      await expect(heading(page)).toHaveText('This link does not work any more')
      await page.getByRole('link', { name: 'Mail me a new link' }).click()
      await expect(heading(page)).toHaveText('Forgot your password?')
    })

    test('a person signs in by mail and comes to the consent; the link works once', async ({
      page,
      user,
      host,
      createAccount,
    }) => {
      await answerCallback(page)
      await createAccount(page, user)
      await page.goto(await mailedLink(page, user.email, 'verify-email'))
      await page.getByRole('button', { name: 'Confirm' }).click()
      await signOut(page)
      await page.goto(host.authorizeUrl())
      await page.getByRole('link', { name: 'Sign in by mail' }).click()
      await page.getByLabel('Email').fill(user.email)
      await page.getByRole('button', { name: 'Mail me the link' }).click()
      await expect(heading(page)).toHaveText('Look at your mail')
      const link = await mailedLink(page, user.email, 'sign-in/mail')
      await page.goto(link)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('button', { name: 'Allow' }).click()
      await host.exchange(await host.back(page))
      await page.goto(link)
      await expect(heading(page)).toHaveText('This link does not work any more')
    })
  })
}
