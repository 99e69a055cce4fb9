import type { Installation } from '../installation'
import type { JsonObject } from '../json'
import type { Tokens } from '../link/tokens'
import type { ProfileId } from '../profiles'
import type { Registration } from '../registration'
import { actAs, installAs, type Route, servePlugin, toyManifest, toyOpenApi } from '../testing'
import { callOperation } from './call'

export const traits = {
  conversationId: '1c7fd0c7-5b4b-5b0e-9d3b-0d6f6f1a2b3c',
  ephemeralUserId: '2c7fd0c7-5b4b-5b0e-9d3b-0d6f6f1a2b3c',
  subdivision: 'US-CA',
  gptId: 'g-0123456789abcdef0123456789abcdef',
  locale: 'en-US',
  location: null,
  subject: 'somebody',
}

const paths = {
  '/boxes/{box}/toys': {
    get: {
      operationId: 'listToys',
      parameters: [
        { name: 'box', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'colors', in: 'query', schema: { type: 'array', items: { type: 'string' } } },
        {
          name: 'sizes',
          in: 'query',
          explode: false,
          schema: { type: 'array', items: { type: 'integer' } },
        },
      ],
    },
    post: {
      operationId: 'addToy',
      parameters: [{ name: 'box', in: 'path', required: true, schema: { type: 'string' } }],
      requestBody: {
        content: {
          'application/json': {
            schema: { type: 'object', properties: { name: { type: 'string' } } },
          },
        },
      },
    },
  },
}

type Setting = {
  profile?: ProfileId
  robots?: Route
  registration?: Registration
  tokens?: Tokens
  auth?: Installation['auth']
  token?: Route
}

/** A plugin whose one path answers with `route`, and a way to call it. */
export async function prepare(route: Route, setting: Setting = {}) {
  const profile = setting.profile ?? 'chatgpt-2023'
  const served = await servePlugin((origin) => ({
    '/.well-known/ai-plugin.json': toyManifest(origin),
    '/openapi.json': toyOpenApi(origin, { paths }),
    '/boxes/a%20b/toys': route,
    ...(setting.token && { '/token': setting.token }),
    ...(setting.robots && { '/robots.txt': setting.robots }),
  }))
  const address = profile === 'chatgpt-2023' ? served.origin : `${served.origin}/openapi.json`
  const { installation } = await installAs(profile, address)
  if (!installation) throw new Error('not installed')
  if (setting.auth) installation.auth = setting.auth
  served.asked.length = 0
  const waits: number[] = []
  const acting = actAs(profile)
  const call = async (name: string, input: JsonObject) => {
    const operation = installation.operations.find((one) => one.name === name)
    if (!operation) throw new Error(name)
    return callOperation(
      {
        ...{ installation, operation, input, traits },
        registration: setting.registration ?? { type: 'none' },
        tokens: setting.tokens ?? null,
        pause: async (milliseconds) => void waits.push(milliseconds),
      },
      acting,
    )
  }
  const calls = () => served.asked.filter(({ url }) => url.pathname.startsWith('/boxes'))
  return { ...served, installation, acting, call, calls, waits }
}

export const box = { box: 'a b' }
