import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { watchPolicy } from './watch-policy'

/** A program that registers itself, as assistants on a person's own computer do. */
async function register(origin: string, redirectUri: string): Promise<string> {
  const response = await fetch(`${origin}/oauth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: 'none',
      client_name: 'A program',
    }),
  })
  return ((await response.json()) as { client_id: string }).client_id
}

const authorizeUrl = (origin: string, clientId: string, redirectUri: string) =>
  `/oauth/authorize?${new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: 'reservations:read',
    resource: `${origin}/mcp`,
    code_challenge: 'a'.repeat(43),
    code_challenge_method: 'S256',
  })}`

/** Allows; resolves to what the browser was told to go to at last. */
async function allow(page: Page): Promise<string> {
  const last = page.waitForResponse((response) => /code=/.test(response.headers().location ?? ''))
  await page.getByRole('button', { name: 'Allow' }).click()
  return String((await last).headers().location)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
      test(`a program that listens on ${host} gets its answer`, async ({
        page,
        user,
        signUp,
        baseURL,
      }) => {
        const origin = String(baseURL)
        const program = createServer((_request, response) => response.end('Back at the program'))
        program.listen(0, host.replace(/[[\]]/g, ''))
        await once(program, 'listening')
        const address = `http://${host}:${(program.address() as AddressInfo).port}/callback`
        const refused = await watchPolicy(page)
        await page.goto(authorizeUrl(origin, await register(origin, address), address))
        await page.getByRole('link', { name: 'Create an account' }).click()
        await signUp(page, user)
        await page.getByRole('button', { name: 'Allow' }).click()
        await expect(page.getByText('Back at the program')).toBeVisible()
        expect(new URL(page.url()).searchParams.has('code')).toBe(true)
        expect(refused).toEqual([])
        program.close()
      })
    }

    test('an app with a scheme of its own gets its answer', async ({
      page,
      user,
      signUp,
      baseURL,
    }) => {
      const origin = String(baseURL)
      const address = 'com.example.app:/callback'
      const refused = await watchPolicy(page)
      const asked = authorizeUrl(origin, await register(origin, address), address)
      await page.goto(asked)
      await page.getByRole('link', { name: 'Create an account' }).click()
      await signUp(page, user)
      await expect(page.getByRole('button', { name: 'Allow' })).toBeVisible()
      expect(await allow(page)).toMatch(/^com\.example\.app:\/callback\?code=/)
      await page.waitForTimeout(500)
      expect(refused).toEqual([])
    })
  })
}

test('a page whose policy does not name the app would hold the answer back', async ({
  page,
  context,
  user,
  signUp,
  baseURL,
}) => {
  const origin = String(baseURL)
  const address = 'http://127.0.0.1:9/callback'
  const refused = await watchPolicy(page)
  await page.goto(authorizeUrl(origin, await register(origin, address), address))
  await page.getByRole('link', { name: 'Create an account' }).click()
  await signUp(page, user)
  await expect(page.getByRole('button', { name: 'Allow' })).toBeVisible()
  await context.clearCookies({ name: 'latchkey.form-target' })
  await page.reload()
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect.poll(() => refused.join()).toContain('form-action')
})
