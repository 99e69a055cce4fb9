import { afterAll, expect, test } from 'vitest'
import { disconnect } from '@/lib/data/db'
import { createPerson } from '@/lib/testing/people'
import { type Asked, servePlugin, toyManifest } from '../testing'
import { callInConversation } from './calling'
import { getTranscript, startConversation } from './conversations'
import { addInstallation } from './installations'
import { beginLink, finishLink } from './linking'
import { register, verify } from './registering'

afterAll(disconnect)

const openApi = `
openapi: 3.0.1
info: { title: Toys, version: '1' }
paths:
  /toys:
    get: { operationId: listToys, summary: List toys, responses: {} }
    post:
      operationId: addToy
      summary: Add a toy
      requestBody:
        content:
          application/json:
            schema: { type: object, required: [name], properties: { name: { type: string } } }
      responses: {}
`
const chosen = { subdivision: null, locale: 'en', location: null }
const key = 'the-service-key-of-the-toys'

/** A plugin of somebody else: service_http, YAML, OpenAPI 3.0. */
const serveToys = () => {
  const toys = ['Bear']
  let verificationToken = ''
  const served = servePlugin((origin) => ({
    '/.well-known/ai-plugin.json': () => ({
      body: toyManifest(origin, {
        auth: {
          ...{ type: 'service_http', authorization_type: 'bearer' },
          verification_tokens: { openai: verificationToken },
        },
        api: { type: 'openapi', url: `${origin}/openapi.yaml` },
      }),
    }),
    '/openapi.yaml': openApi,
    '/toys': ({ method, body, headers }: Asked) => {
      if (headers.authorization !== `Bearer ${key}`) return { status: 401 }
      if (method === 'POST') toys.push((JSON.parse(body) as { name: string }).name)
      return { body: { toys } }
    },
  }))
  return {
    served,
    toys,
    carry: (token: string) => {
      verificationToken = token
    },
  }
}

test('a plugin by other means is installed, verified, asked and told, with a yes in between', async () => {
  const { served, toys, carry } = serveToys()
  const { origin } = await served
  const person = await createPerson()
  const { added, problems } = await addInstallation(person.id, {
    address: origin.replace('http://', ''),
    profile: 'chatgpt-2023',
  })
  if (!added) throw new Error(JSON.stringify(problems))
  expect(added).toMatchObject({ state: 'needs_registration', registeredBy: null })
  expect(problems.map(({ code }) => code)).toEqual(['auth_on_localhost', 'unverified'])

  expect((await verify(person.id, added.id))?.verification.verified).toBe(false)
  carry(added.verification.token)
  expect((await verify(person.id, added.id))?.verification.verified).toBe(true)

  const { id: conversationId } = await startConversation(person.id, {
    ...{ profile: 'chatgpt-2023', installationIds: [added.id], chosen },
  })
  const wish = { conversationId, installationId: added.id, operation: 'listToys', input: {} }
  expect(await callInConversation(person.id, wish)).toMatchObject({
    entry: { outcome: { status: 'failed', code: 'not_registered' } },
  })
  const given = await register(person.id, added.id, { type: 'key', key })
  expect(given).toMatchObject({ state: 'ready', registeredBy: 'key' })
  expect(await callInConversation(person.id, wish)).toMatchObject({
    entry: { outcome: { status: 'answered', data: { toys: ['Bear'] } } },
  })
  const writing = { ...wish, operation: 'addToy', input: { name: 'Kite' } }
  expect(await callInConversation(person.id, writing)).toMatchObject({
    status: 'needs_confirmation',
  })
  expect(toys).toEqual(['Bear'])
  await callInConversation(person.id, { ...writing, confirmed: 'once' })
  expect(toys).toEqual(['Bear', 'Kite'])
  const transcript = await getTranscript(person.id, conversationId)
  expect(transcript?.entries).toHaveLength(3)
  expect(JSON.stringify(transcript)).not.toContain(key)
})

test('a plugin that is refused is not kept, and says why', async () => {
  const { origin } = await servePlugin(() => ({ '/.well-known/ai-plugin.json': '<!doctype html>' }))
  const person = await createPerson()
  const { added, problems, steps } = await addInstallation(person.id, {
    ...{ address: origin, profile: 'chatgpt-2023' },
  })
  expect([added, problems.map(({ code }) => code)]).toEqual([null, ['html_instead']])
  expect(steps.map(({ title }) => title)).toEqual(['Find the manifest'])
})

test('two calls that renew at once leave the person linked', async () => {
  let refresh = 'refresh-token-0'
  const newest = () => refresh.replace('refresh', 'access')
  const { origin } = await servePlugin((at) => ({
    '/.well-known/ai-plugin.json': toyManifest(at, {
      auth: {
        ...{ type: 'oauth', scope: '', authorization_content_type: 'application/json' },
        ...{ client_url: `${at}/authorize`, authorization_url: `${at}/token` },
        verification_tokens: {},
      },
      api: { type: 'openapi', url: `${at}/openapi.yaml` },
    }),
    '/openapi.yaml': openApi,
    '/token': async ({ body }: Asked) => {
      const asked = JSON.parse(body) as { grant_type: string; refresh_token?: string }
      const isFirst = asked.grant_type === 'authorization_code'
      if (!isFirst && asked.refresh_token !== refresh) {
        // Told when the other has long got its tokens, and kept them.
        await new Promise((resolve) => setTimeout(resolve, 1000))
        return { status: 400 }
      }
      if (!isFirst) refresh = `refresh-token-${Number(refresh.split('-')[2]) + 1}`
      const access_token = isFirst ? 'access-token-of-before' : newest()
      return { body: { access_token, refresh_token: refresh, token_type: 'bearer', expires_in: 9 } }
    },
    '/toys': ({ headers }: Asked) =>
      headers.authorization === `Bearer ${newest()}` ? { body: { toys: [] } } : { status: 401 },
  }))
  const person = await createPerson()
  const { added } = await addInstallation(person.id, { address: origin, profile: 'chatgpt-2023' })
  if (!added) throw new Error('not installed')
  await register(person.id, added.id, {
    ...{ type: 'client', by: 'given', clientId: 'id', clientSecret: 'secret' },
    ...{ tokenAuth: 'post', typed: null },
  })
  const begun = await beginLink(person.id, added.id)
  if (!('url' in begun)) throw new Error(begun.failure.code)
  const state = new URL(begun.url).searchParams.get('state')
  const callback = new URL(`http://localhost/playground/callback?code=a-code&state=${state}`)
  expect((await finishLink(person.id, callback)).failure).toBeNull()

  const { id: conversationId } = await startConversation(person.id, {
    ...{ profile: 'chatgpt-2023', installationIds: [added.id], chosen },
  })
  const wish = { conversationId, installationId: added.id, operation: 'listToys', input: {} }
  await Promise.all([callInConversation(person.id, wish), callInConversation(person.id, wish)])
  expect(await callInConversation(person.id, wish)).toMatchObject({
    entry: { outcome: { status: 'answered' } },
  })
})
