import { hosts } from '@/lib/hosts'
import { expect, signOut, test } from './fixtures'
import { answerCallback } from './host'

test('a person finds for every host the line or the link that adds the plugin', async ({
  page,
  baseURL,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'How to connect' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connect an assistant')
  for (const { name } of Object.values(hosts)) {
    const card = page.getByRole('region', { name, exact: true })
    await expect(card).toContainText(String(baseURL))
    await expect(card).toContainText('What it asks.')
  }
  const url = `${baseURL}/mcp`
  await expect(page.locator('#claude-code')).toContainText(
    `claude mcp add --transport http stays ${url}`,
  )
  await expect(page.locator('#codex')).toContainText(`codex mcp add stays --url ${url}`)
  const link = async (name: string) =>
    new URL(String(await page.getByRole('link', { name }).getAttribute('href')))
  const vscode = await link('Add to VS Code')
  expect([vscode.protocol, vscode.pathname]).toEqual(['vscode:', 'mcp/install'])
  expect(JSON.parse(decodeURIComponent(vscode.search.slice(1)))).toEqual({
    name: 'stays',
    type: 'http',
    url,
  })
  const cursor = await link('Add to Cursor')
  expect(cursor.href).toMatch(/^cursor:\/\/anysphere\.cursor-deeplink\/mcp\/install\?/)
  expect(cursor.searchParams.get('name')).toBe('stays')
  expect(JSON.parse(atob(String(cursor.searchParams.get('config'))))).toEqual({ url })
})

test('a person copies a line, and reads it where there is no script', async ({
  page,
  browser,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/connect')
  const card = page.locator('#codex')
  await card.getByRole('button', { name: 'Copy: Add it' }).click()
  await expect(card.getByText('Copied').first()).toBeVisible()
  const line = `codex mcp add stays --url ${baseURL}/mcp`
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(line)

  const plain = await browser.newPage({ javaScriptEnabled: false, baseURL })
  await plain.goto('/connect')
  await expect(plain.locator('#codex').getByText(line)).toBeVisible()
  await expect(plain.getByRole('button', { name: /^Copy/ })).toHaveCount(0)
  await plain.close()
})

test('on a machine of one’s own, the page says who can reach it', async ({ page }) => {
  await page.goto('/connect')
  const notice = page.getByText('reach it there, and so does MCP Inspector.')
  await expect(notice).toContainText(/^Claude Code, Codex, VS Code, and Cursor reach it/)
  await expect(page.locator('#chatgpt')).toContainText('Needs a deployed site')
  await expect(page.locator('#cursor')).not.toContainText('Needs a deployed site')
})

test('a person is told that their assistant has arrived, and nobody else is', async ({
  page,
  user,
  signUp,
  host,
  baseURL,
}) => {
  await answerCallback(page)
  await page.goto('/sign-up?next=/connect')
  await signUp(page, user)
  await page.waitForURL(`${baseURL}/connect`)
  await expect(page.getByText('We saw')).toHaveCount(0)
  await page.goto(host.authorizeUrl())
  await page.getByRole('button', { name: 'Allow' }).click()
  const { access_token } = await host.exchange(await host.back(page))
  expect((await host.call(access_token, '/api/reservations')).status).toBe(200)
  await page.goto('/connect')
  await expect(page.locator('#gpt-action')).toContainText(
    /We saw a GPT with actions \d+ seconds? ago\./,
  )
  await signOut(page)
  await page.goto('/sign-up?next=/connect')
  await signUp(page, { ...user, name: 'Eve', email: `eve.${user.email}` })
  await page.waitForURL(`${baseURL}/connect`)
  await expect(page.getByText('We saw')).toHaveCount(0)
})
