import { createHash, randomUUID } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import { explain, type Reason } from '@/lib/attempts/reasons'
import { answerCallback, sentBack } from './host'
import { newPage } from './mailed'
import { expect, test } from './staff'

const redirectUri = 'https://vendor.example/callback'
const second = 'https://vendor.example/second'
const verifier = 'v'.repeat(43)
const challenge = createHash('sha256').update(verifier).digest('base64url')

type Broken = [reason: Reason, what: Record<string, unknown>]

const registrations: Broken[] = [
  ['registration.redirect_uri_refused', { redirect_uris: ['http://vendor.example/callback'] }],
  ['registration.redirect_uris_missing', { redirect_uris: [] }],
  ['registration.metadata_refused', { token_endpoint_auth_method: 'private_key_jwt' }],
]

/** `null`: not sent. */
const requests: Broken[] = [
  ['client.unknown', { client_id: 'a_client_that_was_deleted' }],
  ['document.blocked_address', { client_id: 'https://10.1.2.3/client.json' }],
  ['document.dns', { client_id: 'https://nowhere.invalid/client.json' }],
  ['authorize.pkce_missing', { code_challenge: null, code_challenge_method: null }],
  ['authorize.pkce_not_s256', { code_challenge_method: 'plain' }],
  ['authorize.resource_refused', { resource: 'https://elsewhere.example/mcp' }],
  ['authorize.response_type_refused', { response_type: 'token' }],
  ['authorize.redirect_uri_mismatch', { redirect_uri: 'https://vendor.example/other' }],
  ['authorize.redirect_uri_missing', { redirect_uri: null }],
  ['authorize.interaction_required', { prompt: 'none' }],
  ['authorize.request_refused', { request: 'x.y.z' }],
]

const exchanges: Broken[] = [
  ['token.verifier_mismatch', { code_verifier: 'x'.repeat(43) }],
  ['token.code_unknown', { code: 'cut' }],
  ['token.redirect_uri_mismatch', { redirect_uri: second }],
  ['token.client_refused', { client_secret: 'guess' }],
  ['token.resource_refused', { resource: 'https://elsewhere.example/mcp' }],
  ['token.grant_refused', { grant_type: 'client_credentials' }],
  ['token.request_refused', { code: null }],
  ['token.code_used', {}],
]

test('each of 25 broken attempts shows its reason, and what to do', async ({
  page,
  browser,
  user,
  createAccount,
  becomeStaff,
  request,
  baseURL,
}) => {
  test.slow()
  const origin = String(baseURL)
  const mcp = `${origin}/mcp`
  const shown: [Reason, string][] = []

  const registerWith = (data: unknown) => request.post('/oauth/register', { data })
  async function registerClient(): Promise<string> {
    const client_name = `Vendor ${randomUUID()}`
    const metadata = { redirect_uris: [redirectUri, second], token_endpoint_auth_method: 'none' }
    return (await (await registerWith({ client_name, ...metadata })).json()).client_id
  }
  const authorizeUrl = (clientId: string, extra: Broken[1] = {}) =>
    `/oauth/authorize?${toQuery({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      resource: mcp,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...extra,
    })}`

  for (const [reason, extra] of registrations) {
    const refused = await registerWith({ redirect_uris: [redirectUri], ...extra })
    expect([reason, refused.status()]).toEqual([reason, 400])
    shown.push([reason, ''])
  }
  expect((await registerWith('"text"')).status()).toBe(400)
  shown.push(['registration.not_an_object', ''])

  for (const [reason, extra] of requests) {
    const clientId = String(extra.client_id ?? (await registerClient()))
    await request.get(authorizeUrl(clientId, extra), { maxRedirects: 0 })
    shown.push([reason, clientId.startsWith('a_client') ? 'a_client_tha' : clientId])
  }

  const person = await newPage(browser, origin)
  await answerCallback(person)
  await createAccount(person, user)
  for (const [reason, extra] of exchanges) {
    const clientId = await registerClient()
    const code = (await answer(person, authorizeUrl(clientId), 'Allow')).get('code')
    const parameters = { client_id: clientId, redirect_uri: redirectUri, code_verifier: verifier }
    const body = { grant_type: 'authorization_code', code, resource: mcp, ...parameters, ...extra }
    if (reason === 'token.code_used') await exchange(request, body)
    expect([reason, (await exchange(request, body)).ok()]).toEqual([reason, false])
    shown.push([reason, clientId])
  }

  const declined = await registerClient()
  await answer(person, authorizeUrl(declined), 'Deny')
  shown.push(['consent.denied', declined])

  const elsewhere = await registerClient()
  const api = { resource: `${origin}/api` }
  const code = (await answer(person, authorizeUrl(elsewhere, api), 'Allow')).get('code')
  const parameters = { client_id: elsewhere, redirect_uri: redirectUri, code_verifier: verifier }
  const body = { grant_type: 'authorization_code', code, ...api, ...parameters }
  const { access_token: token } = await (await exchange(request, body)).json()
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const call = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }
  expect((await request.post('/mcp', { headers, data: call })).status()).toBe(401)
  shown.push(['call.wrong_resource', elsewhere])

  expect(new Set(shown.map(([reason]) => reason)).size).toBe(25)
  await becomeStaff(page, { ...user, email: `operator-${user.email}` })
  for (const [reason, text] of shown) {
    // Attempts are written a moment later, all of them together.
    await expect(async () => {
      await page.goto(`/admin/doctor?${new URLSearchParams({ reason, text })}`)
      await page.locator('tbody a').first().click({ timeout: 1000 })
    }).toPass()
    const { what, todo } = explain(reason)
    await expect(page.getByText(what).first()).toBeVisible()
    await expect(page.getByText(todo).first()).toBeVisible()
  }
})

const toQuery = (fields: Record<string, unknown>): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      value === null ? [] : [[name, String(value)]],
    ),
  ).toString()

const exchange = (request: APIRequestContext, fields: Record<string, unknown>) =>
  request.post('/oauth/token', {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    data: toQuery(fields),
  })

/** What the client gets by the browser, which the person let go back to it. */
async function answer(page: Page, url: string, button: 'Allow' | 'Deny') {
  await page.goto(url)
  await page.getByRole('button', { name: button, exact: true }).click()
  return (await sentBack(page, redirectUri)).searchParams
}
