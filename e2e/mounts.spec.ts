import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { endpoints } from '@/lib/endpoints'
import { openDatabase } from '@/scripts/database/open'
import { expect, test } from './fixtures'
import { nextStart, type Running, run } from './processes'

let routes: Running

test.beforeAll(async ({ baseURL }) => {
  const dataDir = String(process.env.DATA_DIR)
  const database = await openDatabase({ what: 'e2e', lasting: false })
  routes = await run(nextStart, {
    APP_ORIGIN: String(baseURL),
    DATABASE_URL: database.url,
    DATABASE_EMBEDDED: database.embedded ? '1' : '',
    APP_SECRET: readFileSync(join(dataDir, 'secret'), 'utf8').trim(),
  })
})

test.afterAll(() => routes.stop())

const compared = [
  'content-type',
  'etag',
  'allow',
  'location',
  'www-authenticate',
  'access-control-allow-origin',
  'cache-control',
]

// Each request has an id of its own, which errors name.
const withoutId = (response: Response, body: string): string =>
  body.replaceAll(String(response.headers.get('x-request-id')), 'its id')

const askBelow: Record<string, string[]> = {
  '/api/*': ['/api/stays?where=Paris', '/api/reservations', '/api/nowhere', '/api/stays?bad=1'],
  '/oauth/*': [
    '/oauth/jwks',
    '/oauth/authorize?client_id=nobody',
    '/oauth/token',
    '/oauth/nowhere',
  ],
}

for (const { path } of endpoints) {
  test(`${path} answers alike from node:http and from Next`, async ({ baseURL }) => {
    for (const asked of askBelow[path] ?? [path]) {
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'DELETE']) {
        const answer = async (origin: string) => {
          const response = await fetch(origin + asked, { method, redirect: 'manual' })
          const headers = compared.map((name) => [name, response.headers.get(name)])
          return {
            asked,
            method,
            status: response.status,
            headers,
            body: withoutId(response, await response.text()),
          }
        }
        expect(await answer(`http://localhost:${routes.port}`)).toEqual(
          await answer(String(baseURL)),
        )
      }
    }
  })
}
