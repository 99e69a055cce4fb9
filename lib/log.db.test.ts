import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { pool } from '@/lib/data/db'
import { env } from '@/lib/env'
import { behind, mailsSent, send } from '@/lib/mail/send'
import { getKeys } from '@/lib/oauth/keys'
import { createAccount } from '@/lib/people/accounts'
import { checkCredentials } from '@/lib/people/credentials'
import { telemetry } from '@/lib/telemetry/start'
import * as linking from '@/lib/testing/link'
import { watchLog } from '@/lib/testing/logged'
import { startMailServer } from '@/lib/testing/mail-server'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'info'
})

serveEndpoints()
beforeAll(() => telemetry())

const planted = 'pLaNtEd'
let number = 0
const secret = (kind: string) => `${planted}-${kind}-${++number}-Zx9`

/** As Postgres says it, with the values of the statement in every part. */
const refusal = () =>
  Object.assign(new Error(`duplicate key value: (${secret('value')})\n    at ${planted}`), {
    ...{ code: '23505', table: 'Account', constraint: 'Account_email_key' },
    ...{ detail: `Key (email)=(${secret('detail')}) already exists.`, where: secret('where') },
    cause: new Error(secret('cause')),
  })

async function breakDatabase(): Promise<void> {
  // Kept for half a minute: what comes after them fails too.
  await getKeys(0)
  vi.spyOn(pool(), 'query').mockImplementation((() => Promise.reject(refusal())) as never)
}

let log: ReturnType<typeof watchLog>

beforeEach(() => {
  log = watchLog()
})

afterEach(() => vi.restoreAllMocks())

const post = (path: string, body: Record<string, string>, headers = {}) =>
  fetch(env().origin + path, { method: 'POST', body: new URLSearchParams(body), headers })

/** Whatever a person or a client keeps to itself, sent to every place that takes such a thing. */
async function sendSecrets(): Promise<Response[]> {
  const [code, token, password] = [secret('code'), secret('token'), secret('password')]
  const client = { client_id: secret('client'), client_secret: secret('client-secret') }
  const basic = `Basic ${btoa(`${client.client_id}:${client.client_secret}`)}`
  const authorization = `Bearer ${token}`
  const redirect = 'https://chat.openai.com/x'
  const json = { 'content-type': 'application/json', authorization }
  const call = { name: 'bookStay', arguments: { stay: token, [token]: token } }
  const rpc = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: call }
  return Promise.all([
    post('/oauth/token', {
      ...{ grant_type: 'authorization_code', code, code_verifier: secret('verifier') },
      ...{ redirect_uri: redirect, ...client },
    }),
    post(
      '/oauth/token',
      { grant_type: 'refresh_token', refresh_token: token },
      { authorization: basic },
    ),
    post('/oauth/revoke', { token, ...client }),
    post('/oauth/introspect', { token }, { authorization: basic }),
    post('/oauth/register', { redirect_uris: secret('redirect') }),
    fetch(
      `${env().origin}/oauth/authorize?state=${token}&code_challenge=${code}&client_id=latchkey-docs`,
      {
        headers: { accept: 'text/html', cookie: `session=${secret('cookie')}` },
      },
    ),
    fetch(`${env().origin}/oauth/userinfo`, { headers: { authorization } }),
    fetch(`${env().origin}/api/reservations?token=${token}`, { headers: { authorization } }),
    fetch(`${env().origin}/api/reservations`, {
      method: 'POST',
      body: `{"${password}`,
      headers: json,
    }),
    fetch(`${env().origin}/mcp`, { method: 'POST', body: JSON.stringify(rpc), headers: json }),
    fetch(`${env().origin}/mcp`, {
      method: 'POST',
      body: JSON.stringify(rpc).replace('"Bearer', ''),
    }),
  ])
}

async function liveThrough(): Promise<void> {
  const email = `${secret('mail')}@example.com`.toLowerCase()
  const password = secret('password')
  await createAccount({ email, password, name: secret('name') }, '203.0.113.7').catch(() => {})
  await checkCredentials({ email, password: secret('wrong') }, '203.0.113.7').catch(() => {})
  await sendSecrets()
}

const nothingPlanted = () => {
  expect(log.text().toLowerCase()).not.toContain(planted.toLowerCase())
}

describe('the log', () => {
  it('holds nothing of what people and clients send, when all goes well or they are refused', async () => {
    await liveThrough()
    const client = await linking.createClient()
    const { access, refresh } = await linking.link(await createPerson(), client)
    await linking.refresh(client, refresh)
    await linking.callApi(access)
    expect(log.lines()).toContainEqual(
      expect.objectContaining({ event: 'request', endpoint: '/api/*', status: 200 }),
    )
    nothingPlanted()
    for (const token of [access, refresh]) expect(log.text()).not.toContain(token)
  })

  it('holds nothing of it when the database fails, with their values in its words', async () => {
    const { access } = await linking.link(await createPerson(), await linking.createClient())
    log.clear()
    await breakDatabase()
    await liveThrough()
    await linking.callApi(access)
    const failures = log.lines().filter(({ level }) => level === 'error')
    expect(failures.map(({ event }) => event)).toContain('authorization server failed')
    expect(failures.map(({ event }) => event)).toContain('operation failed')
    expect(log.text()).toContain('23505')
    nothingPlanted()
    expect(log.text()).not.toContain(access)
  })

  it('holds no word of a mail that could not be sent', async () => {
    const server = await startMailServer({ reply: `550 ${secret('reply')}` })
    vi.spyOn(env(), 'smtpUrl', 'get').mockReturnValue(server.url)
    const paragraphs = [secret('letter')]
    behind(() =>
      send(`${secret('to')}@example.com`, () => ({
        locale: 'en',
        subject: secret('subject'),
        paragraphs,
      })),
    )
    await mailsSent()
    await server.stop()
    expect(log.lines().map(({ event }) => event)).toContain('mail not sent')
    nothingPlanted()
  })
})

describe('a request', () => {
  it('has one id in its answer’s header and body and in what is logged of it', async () => {
    // What operators set is kept for a while: what comes after it fails.
    for (const path of ['/api/stays', '/mcp']) await fetch(env().origin + path)
    await breakDatabase()
    const page = await fetch(`${env().origin}/oauth/authorize?client_id=nobody`, {
      headers: { accept: 'text/html', 'x-request-id': 'of-the-page' },
    })
    expect(await page.text()).toContain('of-the-page')
    const key = { authorization: `Bearer lk_${'x'.repeat(43)}`, 'content-type': 'application/json' }
    const api = await fetch(`${env().origin}/api/reservations`, { headers: key })
    const problem = await api.json()
    expect(problem).toMatchObject({ status: 500, requestId: api.headers.get('x-request-id') })
    const body =
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"listReservations"}}'
    const mcp = await fetch(`${env().origin}/mcp`, { method: 'POST', body, headers: key })
    const { error } = await mcp.json()
    expect(error.data.requestId).toBe(mcp.headers.get('x-request-id'))
    const ids = log.lines().map(({ requestId }) => requestId)
    for (const id of ['of-the-page', problem.requestId, error.data.requestId]) {
      expect(ids).toContain(id)
    }
  })
})
