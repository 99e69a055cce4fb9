import { expect, test } from './fixtures'
import { expectReadable } from './readable'
import { watchPolicy } from './watch-policy'

const hosts = [
  { profile: 'chatgpt', name: 'ChatGPT', asking: 'Where can I stay in Paris next weekend?' },
  {
    profile: 'chatgpt-2023',
    name: 'ChatGPT 2023',
    asking: 'Where can I stay in Paris next weekend?',
  },
  // A GPT asks before it reads, too: the question stands in its card.
  { profile: 'gpt-action', name: 'GPT Action', asking: 'Confirm' },
]

for (const { profile, name, asking } of hosts) {
  test(`a newcomer is ${name}: installs, links, asks, books and sees it in the account in six clicks`, async ({
    page,
    user,
  }) => {
    const refused = await watchPolicy(page)
    let clicks = 0
    const click = async (role: 'button' | 'link', label: string) => {
      clicks += 1
      await page.getByRole(role, { name: label, exact: true }).click()
    }
    await page.goto(`/playground?profile=${profile}`)
    await expectReadable(page, { exclude: 'iframe' })
    await page.getByLabel('Name').fill(user.name)
    await page.getByLabel('Email').fill(user.email)
    await page.getByLabel('Password').fill(user.password)
    await click('button', 'Create account')
    await page.waitForURL('**/interaction/**')
    await click('button', 'Allow')

    await page.waitForURL('**/playground/chat/*')
    const chat = page.url()
    await click('button', asking)
    await expect(page.getByText('You: Where can I stay in Paris next weekend?')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Let it call bookStay' })).toBeVisible()
    if (profile === 'chatgpt') {
      const view = page.frameLocator('iframe').getByRole('heading', { level: 1 })
      await expect(view).toHaveText('Stays in Paris')
    }
    const picture = page.getByRole('list', { name: 'Previews' }).locator('img').first()
    // A page that is slow to answer has no preview, as at the host.
    await expect(async () => {
      if (!(await picture.isVisible())) await page.reload()
      await expect(picture).toHaveJSProperty('complete', true)
      await expect(picture).not.toHaveJSProperty('naturalWidth', 0)
    }).toPass()
    await expectReadable(page, { exclude: 'iframe' })
    await click('button', 'Confirm')
    await page.waitForURL('**/confirm/*')
    await click('button', 'Approve')
    await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible()
    const confirmed = page.url()
    await click('link', 'Go to your account')
    expect(clicks).toBeLessThanOrEqual(6)
    await expect(page.getByText('Playground').first()).toBeVisible()
    await page.goto('/account/activity')
    await expect(page.getByRole('main').getByText('Book a stay').last()).toBeVisible()

    await page.goto(confirmed)
    await page.getByRole('link', { name: 'Back to the conversation' }).click()
    await page.waitForURL(`${chat}#last`)
    await expect(page.getByRole('paragraph').filter({ hasText: /^Booked “/ })).toBeVisible()
    expect(refused).toEqual([])
  })
}
