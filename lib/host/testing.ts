import { serveHttp } from '@/lib/outbound/testing'
import { type Acting, install } from './install'
import { createReport } from './problems'
import { type ProfileId, profiles } from './profiles'
import { createWire } from './wire'

type Given = { status?: number; headers?: Record<string, string>; body?: string | object }

/** What a path answers: a text, an object as JSON, or all of it. */
export type Route = string | object | ((request: Asked) => Given | Promise<Given>)

export type Asked = {
  method: string
  url: URL
  headers: Record<string, string>
  body: string
}

/** A plugin by other means than ours: a bare server, and what it was asked. */
export async function servePlugin(routes: (origin: string) => Record<string, Route>) {
  const asked: Asked[] = []
  let table: Record<string, Route> = {}
  let origin = ''
  const { port, ...counts } = await serveHttp((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', async () => {
      const url = new URL(request.url ?? '/', origin)
      const headers = request.headers as Record<string, string>
      const one = { method: request.method ?? '', url, headers, body }
      asked.push(one)
      const route = table[url.pathname]
      if (route === undefined) return response.writeHead(404).end()
      const given = await toGiven(route, one)
      const isText = typeof given.body === 'string' || given.body === undefined
      response.writeHead(given.status ?? 200, {
        'content-type': isText ? 'text/plain' : 'application/json',
        ...given.headers,
      })
      response.end(isText ? given.body : JSON.stringify(given.body))
    })
  })
  origin = `http://localhost:${port}`
  table = routes(origin)
  return { origin, asked, ...counts }
}

const toGiven = (route: Route, asked: Asked): Given | Promise<Given> =>
  typeof route === 'function'
    ? (route as (request: Asked) => Given | Promise<Given>)(asked)
    : { body: route }

/** A manifest v1 that nothing is wrong with. */
export const toyManifest = (origin: string, change: object = {}) => ({
  schema_version: 'v1',
  name_for_model: 'toys',
  name_for_human: 'Toys',
  description_for_model: 'Lists and adds toys.',
  description_for_human: 'Toys for everybody.',
  auth: { type: 'none' },
  api: { type: 'openapi', url: `${origin}/openapi.json` },
  logo_url: `${origin}/logo.png`,
  contact_email: 'toys@example.com',
  legal_info_url: `${origin}/legal`,
  ...change,
})

/** A document of one operation that nothing is wrong with. */
export const toyOpenApi = (origin: string, change: object = {}) => ({
  openapi: '3.1.1',
  info: { title: 'Toys', version: '1' },
  servers: [{ url: origin }],
  components: { schemas: {} },
  paths: {
    '/toys': { get: { operationId: 'listToys', summary: 'List the toys', responses: {} } },
  },
  ...change,
})

export const testWire = () => createWire(true)

/** Installs as a host of that name; the codes of its problems come along. */
export async function installAs(profile: ProfileId, address: string) {
  const wire = testWire()
  const installed = await install(address, { profile: profiles[profile], wire })
  return { ...installed, wire, codes: installed.problems.map(({ code }) => code) }
}

export const actAs = (profile: ProfileId): Acting => ({
  profile: profiles[profile],
  wire: testWire(),
  report: createReport(),
})
