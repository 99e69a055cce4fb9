import type { Page } from '@playwright/test'
import { answerCallback, hostOf } from './host'
import { expectReadable } from './readable'
import { expect, test } from './staff'

/** Registers a client in the dashboard; the secret is on the page this once. */
async function register(page: Page, preset: string, hostId: string) {
  await page.goto('/admin/clients/new')
  await page.getByLabel('Host', { exact: true }).selectOption(preset)
  await page.getByLabel('Id at the host').fill(hostId)
  await page.getByRole('button', { name: 'Register' }).click()
  const made = page.getByRole('status').filter({ hasText: 'shown this once' })
  await expect(made).toBeVisible()
  const [clientId = '', clientSecret = ''] = await made.locator('code').allTextContents()
  return { clientId, clientSecret }
}

const callbacks: [preset: string, hostId: string, callback: string][] = [
  ['chatgpt-plugin', 'plugin-7', 'https://chat.openai.com/aip/plugin-7/oauth/callback'],
  ['gpt-action', '', 'https://chatgpt.com/aip/g-7/oauth/callback'],
  ['m365-copilot', '', 'https://teams.microsoft.com/api/platform/v1.0/oAuthRedirect'],
]

test('an operator registers the preset clients, and each links; a secret is replaced, and one is stopped', async ({
  page,
  browser,
  user,
  becomeStaff,
  connect,
  baseURL,
}) => {
  test.slow()
  const origin = String(baseURL)
  await becomeStaff(page, { ...user, email: `operator-${user.email}` })
  for (const [preset, hostId, callback] of callbacks) {
    const { clientId, clientSecret } = await register(page, preset, hostId)
    await page.goto(`/admin/clients/${clientId}`)
    if (preset === 'gpt-action') {
      await expect(page.getByText('nobody can connect until you add one')).toBeVisible()
      await page.getByLabel('Id at the host, or an address').fill('g-7')
      await page.getByRole('button', { name: 'Add', exact: true }).click()
    }
    await expect(page.getByRole('code').filter({ hasText: callback })).toBeVisible()
    const host = hostOf(origin, { clientId, clientSecret, callback })
    const person = await (await browser.newContext()).newPage()
    await answerCallback(person)
    const tokens = await connect(person, host, { ...user, email: `${preset}-${user.email}` })
    expect((await host.call(tokens.access_token, '/api/reservations')).status).toBe(200)
    if (preset === 'm365-copilot') {
      await page.getByRole('button', { name: 'Make a new secret' }).click()
      const made = page.getByRole('status').filter({ hasText: 'shown this once' })
      await expect(made).toBeVisible()
      const [secret = ''] = await made.locator('code').allTextContents()
      expect(secret).not.toBe(clientSecret)
      const renewed = hostOf(origin, { clientId, clientSecret: secret, callback })
      const first = await host.refresh(String(tokens.refresh_token))
      const second = await renewed.refresh(String(first.refresh_token))
      await page.reload()
      await page.getByRole('button', { name: 'Suspend' }).click()
      await expect(page.getByRole('heading', { name: 'Suspended' })).toBeVisible()
      const call = () => host.call(second.access_token, '/api/reservations')
      // Of a call that begins a second later, however slow the machine is.
      await page.waitForTimeout(1000)
      expect((await call()).status).toBe(401)
      await page.getByRole('button', { name: 'Take the suspension back' }).click()
      await expect(page.getByRole('heading', { name: 'Stop it' })).toBeVisible()
      expect((await call()).status).toBe(200)
    }
    await person.context().close()
  }
  await page.goto('/admin/clients?sort=used')
  await page.getByRole('link', { name: 'Microsoft 365 Copilot' }).first().click()
  await expect(page.getByRole('heading', { name: 'Secrets' })).toBeVisible()
  await expectReadable(page)
  await page.goto('/admin/audit?act=client.')
  await expect(page.getByText('client.suspended').first()).toBeVisible()
})
