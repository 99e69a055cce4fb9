import { readdirSync } from 'node:fs'
import type { Response } from '@playwright/test'
import { expect, test } from './fixtures'
import { answerCallback } from './host'
import { watchPolicy } from './watch-policy'

const pagesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file}`)

const directive = (response: Response | null, name: string): string | undefined =>
  response
    ?.headers()
    ['content-security-policy']?.split('; ')
    .find((one) => one.startsWith(`${name} `))

test('no page runs or shows anything that its own policy refuses', async ({
  page,
  user,
  host,
  createAccount,
  request,
  baseURL,
}) => {
  test.slow()
  const { stays } = await (await request.get('/api/stays?where=Paris')).json()
  const refused = await watchPolicy(page)
  const nonces = new Set<string | undefined>()
  const visit = async (path: string) => {
    const response = await page.goto(path)
    await page.waitForLoadState('networkidle')
    const about = `${path} ${response?.headers()['content-security-policy']}`
    expect(refused, about).toEqual([])
    expect(directive(response, 'default-src'), about).toBe("default-src 'none'")
    expect(directive(response, 'script-src'), about).toMatch(
      /^script-src 'nonce-[\w+/=]{24}' 'strict-dynamic'$/,
    )
    expect(about).not.toContain('unsafe')
    const nonce = directive(response, 'script-src')
    expect(nonces.has(nonce), about).toBe(false)
    nonces.add(nonce)
    const html = String(await response?.text())
    expect(html.match(/<script(?![^>]* nonce=)[^>]*>/), about).toBeNull()
    expect(html, about).not.toMatch(/<[^>]* (style|on[a-z]+)="/)
    const headers = response?.headers() ?? {}
    expect(headers['referrer-policy'], about).toBe('same-origin')
    expect(headers['x-content-type-options'], about).toBe('nosniff')
    expect(headers['cross-origin-opener-policy'], about).toBeUndefined()
  }
  const addresses = pagesOf('app').map((file) =>
    file
      .replace(/\/page\.tsx$/, '')
      .replace(/\/\([a-z]+\)/, '')
      .replace('[slug]', stays[0].slug)
      .replace(/\[(token|id|uid)\]/, 'nobody'),
  )
  expect(addresses.length).toBeGreaterThan(30)
  const before = addresses.filter((path) => /^\/(sign|reset|account$|interaction)/.test(path))
  for (const path of [...before, '/nowhere', '/a/b.html']) await visit(path)

  await createAccount(page, user)
  for (const path of addresses) await visit(path || '/')
  await visit(host.authorizeUrl({ scope: 'openid email reservations:read location' }))
  expect(new URL(page.url()).origin).toBe(baseURL)
})

test('pages are for this site’s own frames and readers; pictures of stays for everybody', async ({
  request,
}) => {
  const { stays } = await (await request.get('/api/stays?where=Paris')).json()
  const headersOf = async (path: string) => (await request.get(path)).headers()
  const page = await headersOf('/sign-in')
  expect(page['cross-origin-resource-policy']).toBe('same-origin')
  expect(page['x-frame-options']).toBe('DENY')
  expect(page['strict-transport-security']).toBeUndefined()
  const preview = await headersOf(`/stays/${stays[0].slug}/opengraph-image`)
  expect(preview['cross-origin-resource-policy']).toBeUndefined()
  for (const file of ['/logo.png', '/icon.svg', '/favicon.ico']) {
    expect((await headersOf(file))['x-content-type-options'], file).toBe('nosniff')
  }
  for (const path of ['/health', '/openapi.json', '/oauth/jwks']) {
    expect((await headersOf(path))['content-security-policy'], path).toBeUndefined()
  }
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('the consent page alone lets its form lead on to the app that asked', async ({
      page,
      user,
      host,
      signUp,
    }) => {
      await answerCallback(page)
      const first = await page.goto(host.authorizeUrl())
      expect(directive(first, 'form-action')).toBe("form-action 'self'")
      await page.getByRole('link', { name: 'Create an account' }).click()
      // The page is loaded anew: in the document of the form before, that one's policy would hold.
      const loaded = page.waitForResponse(
        (response) =>
          response.url().includes('/interaction/') &&
          response.request().resourceType() === 'document',
      )
      await signUp(page, user)
      expect(directive(await loaded, 'form-action')).toBe(
        "form-action 'self' https://chat.openai.com",
      )
      const elsewhere = await page.request.get('/interaction/another')
      expect(elsewhere.headers()['content-security-policy']).toContain("form-action 'self';")
      await page.getByRole('button', { name: 'Allow' }).click()
      await host.exchange(await host.back(page))
    })
  })
}
