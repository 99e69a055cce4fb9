import { expectReadable } from './readable'
import { expect, test } from './staff'

test('an operator watches an attempt fail, reads why, and looks at the site from outside', async ({
  page,
  user,
  becomeStaff,
  request,
  baseURL,
}) => {
  test.slow()
  await becomeStaff(page, user)
  await page.goto('/admin/doctor?host=claude')
  const host = { headers: { 'user-agent': 'Claude-User/1.0' } }
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'https://claude.ai/oauth/mcp-oauth-client-metadata',
    redirect_uri: 'https://claude.ai/api/mcp/another_callback',
    state: 'a-state-that-is-nobody-elses-business',
    resource: `${baseURL}/mcp`,
    code_challenge: 'a'.repeat(43),
    code_challenge_method: 'S256',
  })
  expect((await request.get(`/oauth/authorize?${query}`, host)).status()).toBe(400)

  // Nobody loads the page anew.
  const row = page.getByRole('row').filter({ hasText: 'authorize.redirect_uri_mismatch' })
  await expect(row.first()).toBeVisible({ timeout: 20_000 })
  await expect(row.first()).toContainText('Failed')
  await row.first().getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Claude tried to connect')
  await expect(page.getByText('Register the exact address')).toBeVisible()
  await expect(page.getByText('https://claude.ai/api/mcp/auth_callback')).toBeVisible()
  await expect(page.getByText('It broke here.')).toBeVisible()
  expect(await page.content()).not.toContain('nobody-elses-business')
  await expectReadable(page)
  await page.getByRole('link', { name: 'authorize.redirect_uri_mismatch' }).click()
  await expect(page.getByRole('heading', { name: 'Why a connection fails' })).toBeVisible()

  await page.goto('/admin/doctor/probe')
  await page.getByRole('button', { name: /Look/ }).click()
  await expect(page.getByText('Seen on')).toBeVisible({ timeout: 60_000 })
  for (const name of ['ChatGPT', 'Claude Code', 'VS Code', 'Microsoft 365 Copilot']) {
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
  }
  const broken = page.locator('details').filter({ hasText: 'Broken' })
  expect(await broken.allInnerTexts()).toEqual([])
  await expectReadable(page)
})
