import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toNodeHandler } from 'srvx/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attemptsWritten } from '@/lib/attempts/write-behind'
import { db, disconnect } from '@/lib/data/db'
import { OutboundError } from '@/lib/outbound/errors'
import { whyNothing } from './checks/arrival'
import type { HostResult } from './finding'
import { probedHosts } from './hosts'
import { runProbe } from './run'
import { startWalk } from './walk'

type Answer = { status: number; headers: Record<string, string>; body: string }
/** What stands between: changes an answer, or never gives one. */
type Fault = (path: string, answer: Answer) => Answer | Promise<Answer>

let fault: Fault = (_path, answer) => answer
const servers: Server[] = []
let origin = ''
let inner = ''

const listen = async (server: Server): Promise<number> => {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

// Pages stand in for those of Next: that they are right is seen in the browser's story.
const pages: Record<string, [type: string, body: string]> = {
  '/sign-in': ['text/html', '<form></form>'],
  '/legal': ['text/html', 'legal'],
  '/logo.png': ['image/png', 'png'],
}

/** What stands before the site, and the site itself. */
beforeAll(async () => {
  const front = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers
    const body = Buffer.concat(chunks)
    const answered = await fetch(inner + request.url, {
      method: request.method,
      headers: headers as Record<string, string>,
      redirect: 'manual',
      ...(body.length > 0 && { body }),
    })
    const path = (request.url ?? '').split('?')[0] ?? ''
    const { 'set-cookie': ____, ...kept } = Object.fromEntries(answered.headers)
    const answer = await fault(path, {
      status: answered.status,
      headers: kept,
      body: await answered.text(),
    })
    const { 'content-length': _length, 'transfer-encoding': _te, ...rest } = answer.headers
    response.writeHead(answer.status, { ...rest, 'set-cookie': answered.headers.getSetCookie() })
    response.end(answer.body)
  })
  origin = `http://localhost:${await listen(front)}`
  process.env.APP_ORIGIN = origin
  const { findEndpoint } = await import('@/lib/endpoints')
  const site = createServer(async (request, response) => {
    request.headers['x-forwarded-for'] = '127.0.0.1'
    const path = (request.url ?? '').split('?')[0] ?? ''
    const endpoint = findEndpoint(path)
    const page = pages[path]
    if (page) response.writeHead(200, { 'content-type': page[0] }).end(page[1])
    else if (!endpoint) response.writeHead(404).end()
    else if ('node' in endpoint) await endpoint.node(request, response)
    else await toNodeHandler(endpoint.fetch)(request as never, response as never)
  })
  inner = `http://127.0.0.1:${await listen(site)}`
})

afterAll(async () => {
  for (const server of servers) server.closeAllConnections()
  for (const server of servers) server.close()
  await disconnect()
})

async function probe(between?: Fault, hosts = probedHosts, mostSeconds = 10) {
  fault = between ?? ((_path, answer) => answer)
  const { removeSelfRegistered } = await import('@/lib/oauth/clients/registration')
  return runProbe({ origin, local: true, mostSeconds, forget: removeSelfRegistered }, hosts)
}

const only = (host: string) => probedHosts.filter(({ id }) => id === host)

/** What each host dislikes, apart from that this site is on this machine. */
const dislikes = (results: HostResult[]) =>
  results.flatMap(({ host, findings }) =>
    findings
      .filter(({ level, check }) => level !== 'ok' && check !== 'Reachable from the internet')
      .map(({ check, fact, fix }) => ({ host, check, fact, fix })),
  )

describe('the probe of a site as it is', () => {
  it('is green for every host, leaves no client and is nobody’s attempt', async () => {
    const [clients, attempts] = [await db().client.count(), await db().attempt.count()]
    const results = await probe()
    expect(dislikes(results)).toEqual([])
    expect(results.map(({ host }) => host)).toEqual(probedHosts.map(({ id }) => id))
    await attemptsWritten()
    expect(await db().client.count()).toBe(clients)
    expect(await db().attempt.count({ where: { userAgent: { contains: 'latchkey-probe' } } })).toBe(
      0,
    )
    expect(await db().attempt.count()).toBe(attempts)
  })

  it('says that a cloud cannot reach this machine', async () => {
    const [claude] = await probe(undefined, only('claude'))
    expect(claude?.level).toBe('warn')
    expect(claude?.findings[1]?.fact).toContain('is this machine')
  })
})

const at =
  (paths: string | RegExp, change: (answer: Answer) => Partial<Answer>): Fault =>
  (path, answer) =>
    (typeof paths === 'string' ? path === paths : paths.test(path))
      ? { ...answer, ...change(answer) }
      : answer

const header = (name: string, value: string | null) => (answer: Answer) => {
  const { [name]: _, ...rest } = answer.headers
  return { headers: value === null ? rest : { ...rest, [name]: value } }
}

const json = (change: (body: Record<string, unknown>) => object) => (answer: Answer) => ({
  body: JSON.stringify({ ...JSON.parse(answer.body), ...change(JSON.parse(answer.body)) }),
})

const html = () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Hi</h1>' })
const metadata = '/.well-known/oauth-authorization-server'
const resource = '/.well-known/oauth-protected-resource/mcp'

describe('a site that something stands before', () => {
  it.each<[string, Fault, host: string, check: string, fact: string]>([
    ['a captive page', at(/./, html), 'claude', 'What it sends arrives', 'Something else answered'],
    [
      'a bot filter',
      at(/./, () => ({ status: 403 })),
      'vscode',
      'What it sends arrives',
      'Something else answered',
    ],
    [
      'another deployment',
      at(
        '/health/probe',
        json(() => ({ proof: 'x' })),
      ),
      'chatgpt',
      'What it sends arrives',
      'Something else',
    ],
    [
      'a redirect by 307',
      at('/oauth/authorize', () => ({ status: 307 })),
      'claude',
      'Sign-in page',
      'redirects by 307',
    ],
    [
      'COOP on the sign-in page',
      at('/sign-in', header('cross-origin-opener-policy', 'same-origin')),
      'm365',
      'Sign-in page',
      'Cross-Origin-Opener-Policy',
    ],
    [
      'COOP on the way',
      at('/oauth/authorize', header('cross-origin-opener-policy', 'same-origin')),
      'm365',
      'Sign-in page',
      'Cross-Origin-Opener-Policy',
    ],
    [
      'a sign-in page that fails',
      at('/sign-in', () => ({ status: 502 })),
      'claude-code',
      'Sign-in page',
      '502',
    ],
    [
      'a challenge without its header',
      at('/mcp', header('www-authenticate', null)),
      'chatgpt',
      'Says where to sign in',
      'no WWW-Authenticate',
    ],
    [
      'a challenge that leads elsewhere',
      at('/mcp', (answer) =>
        answer.status === 401 ? header('www-authenticate', 'Bearer realm="x"')(answer) : {},
      ),
      'claude',
      'Says where to sign in',
      'realm',
    ],
    [
      'a 401 that became a redirect',
      at('/mcp', ({ status }) => (status === 401 ? { status: 302 } : {})),
      'claude',
      'Says where to sign in',
      '302',
    ],
    [
      'HTML instead of the resource',
      at(resource, html),
      'vscode',
      'Protected resource metadata',
      'text/html',
    ],
    [
      'a resource with a slash',
      at(
        resource,
        json(({ resource }) => ({ resource: `${resource}/` })),
      ),
      'vscode',
      'Protected resource metadata',
      'resource in',
    ],
    [
      'another authorization server first',
      at(
        resource,
        json(() => ({ authorization_servers: ['https://x.example'] })),
      ),
      'claude',
      'Protected resource metadata',
      'x.example',
    ],
    [
      'a wrong issuer',
      at(
        metadata,
        json(() => ({ issuer: 'https://x.example' })),
      ),
      'chatgpt',
      'Authorization server metadata',
      'issuer in',
    ],
    [
      'addresses elsewhere',
      at(
        metadata,
        json(() => ({ token_endpoint: 'https://x.example/t' })),
      ),
      'claude',
      'Authorization server metadata',
      'token_endpoint',
    ],
    [
      'no S256',
      at(
        metadata,
        json(() => ({ code_challenge_methods_supported: ['plain'] })),
      ),
      'chatgpt',
      'Authorization server metadata',
      'S256',
    ],
    [
      'two documents that differ',
      at(
        '/.well-known/openid-configuration',
        json(() => ({ jwks_uri: `${origin}/x` })),
      ),
      'chatgpt',
      'OpenID discovery',
      'jwks_uri',
    ],
    [
      'no clients by document',
      at(
        metadata,
        json(() => ({ client_id_metadata_document_supported: false })),
      ),
      'claude',
      'Client by its document',
      'client_id_metadata',
    ],
    [
      'no public clients',
      at(
        metadata,
        json(() => ({ token_endpoint_auth_methods_supported: ['client_secret_basic'] })),
      ),
      'claude',
      'Client by its document',
      'none',
    ],
    [
      'no registration',
      at(
        metadata,
        json(() => ({ registration_endpoint: undefined })),
      ),
      'vscode',
      'Client that registers itself',
      'registration_endpoint',
    ],
    [
      'a registration without refresh',
      at('/oauth/register', (answer) =>
        answer.status === 201 ? json(() => ({ grant_types: [] }))(answer) : {},
      ),
      'vscode',
      'Client that registers itself',
      'refresh',
    ],
    [
      'a registration without its secret',
      at('/oauth/register', (answer) =>
        answer.status === 201 ? json(() => ({ client_secret: undefined }))(answer) : {},
      ),
      'm365',
      'Client with a secret',
      'no secret',
    ],
    [
      'a wrong iss in the answer',
      at('/oauth/authorize', ({ headers }) => ({
        headers: {
          ...headers,
          location: String(headers.location).replace(/iss=[^&]*/, 'iss=https%3A%2F%2Fx.example'),
        },
      })),
      'chatgpt',
      'Issuer in every answer',
      'x.example',
    ],
    [
      'a state that was changed',
      at('/oauth/authorize', ({ headers }) => ({
        headers: {
          ...headers,
          location: String(headers.location).replace(/state=[^&]*/, 'state=x'),
        },
      })),
      'chatgpt',
      'Issuer in every answer',
      'another state',
    ],
    [
      'no promise of iss',
      at(
        metadata,
        json(() => ({ authorization_response_iss_parameter_supported: false })),
      ),
      'chatgpt',
      'Issuer in every answer',
      'does not promise',
    ],
    [
      'no key',
      at(
        '/oauth/jwks',
        json(() => ({ keys: [] })),
      ),
      'chatgpt',
      'Signing keys',
      'no key',
    ],
    [
      'an older protocol',
      at('/mcp', ({ body }) => ({
        body: body.replace('"protocolVersion":"2025-06-18"', '"protocolVersion":"2024-11-05"'),
      })),
      'claude',
      'Handshake',
      '2024-11-05',
    ],
    [
      'a tool without hints',
      at('/mcp', ({ body }) => ({ body: body.replaceAll('"readOnlyHint"', '"other"') })),
      'chatgpt',
      'Tools',
      'readOnlyHint',
    ],
    [
      'a token endpoint that redirects',
      at('/oauth/token', () => ({ status: 307, headers: { location: '/x' } })),
      'm365',
      'Token endpoint',
      '307',
    ],
    [
      'a token endpoint that takes no JSON',
      at('/oauth/token', () => ({ status: 400, body: '{"error":"invalid_request"}' })),
      'chatgpt-plugin',
      'Token endpoint, asked as JSON',
      'invalid_request',
    ],
    [
      'CORS of the documents',
      at(metadata, header('access-control-allow-origin', 'https://x.example')),
      'browser',
      'Discovery from a page',
      'x.example',
    ],
    [
      'a preflight that is refused',
      at('/oauth/token', () => ({ status: 405 })),
      'browser',
      'Requests from a page',
      '405',
    ],
    [
      'a challenge that pages cannot read',
      at('/mcp', header('access-control-expose-headers', null)),
      'browser',
      'Challenge from a page',
      'WWW-Authenticate',
    ],
    [
      'a manifest that is too long',
      at(
        '/.well-known/ai-plugin.json',
        json(() => ({ name_for_human: 'x'.repeat(21) })),
      ),
      'chatgpt-plugin',
      'Manifest',
      '21 characters',
    ],
    [
      'a manifest without a logo',
      at(
        '/.well-known/ai-plugin.json',
        json(() => ({ logo_url: '' })),
      ),
      'chatgpt-plugin',
      'Manifest',
      'logo_url',
    ],
    [
      'a logo that is a GIF',
      at('/logo.png', header('content-type', 'image/gif')),
      'chatgpt-plugin',
      'What the manifest names',
      'image/gif',
    ],
    [
      'a legal page that is gone',
      at('/legal', () => ({ status: 404 })),
      'chatgpt-plugin',
      'What the manifest names',
      '/legal',
    ],
    [
      'a robots.txt that keeps ChatGPT out',
      at('/robots.txt', () => ({ body: 'User-agent: *\nDisallow: /\n' })),
      'chatgpt-plugin',
      'robots.txt',
      'ChatGPT-User',
    ],
    [
      'an OpenAPI document of an older kind',
      at(
        '/openapi.json',
        json(() => ({ openapi: '3.0.3' })),
      ),
      'gpt-action',
      'OpenAPI importer',
      '3.1.1',
    ],
    [
      'servers elsewhere',
      at(
        '/openapi.json',
        json(() => ({ servers: [{ url: 'https://x.example' }] })),
      ),
      'gpt-action',
      'OpenAPI importer',
      'root origin',
    ],
    [
      'an operation without a name',
      at('/openapi.json', ({ body }) => ({ body: body.replace('"operationId"', '"x"') })),
      'gpt-action',
      'OpenAPI importer',
      'missing operationId',
    ],
    [
      'a 401 that became a page',
      at(/^\/api\//, html),
      'gpt-action',
      'Asks to sign in',
      'text/html',
    ],
    [
      'functions that are no operations',
      at('/copilot/ai-plugin.json', ({ body }) => ({
        body: body.replace('"name":"searchStays"', '"name":"x"'),
      })),
      'm365',
      'Plugin manifest',
      'names x',
    ],
    [
      'a request with choices',
      at('/openapi-3.0.json', ({ body }) => ({
        body: body.replace('"schema":{', '"schema":{"oneOf":[],'),
      })),
      'm365',
      'Flat requests',
      'oneOf',
    ],
  ])('%s', async (_what, between, host, check, fact) => {
    const found = dislikes(await probe(between, only(host)))
    const disliked = found.find((one) => one.check === check)
    expect(disliked?.fact, JSON.stringify(found)).toContain(fact)
    expect(String(disliked?.fix).length).toBeGreaterThan(10)
  })

  it('a site that hangs', async () => {
    const hang: Fault = (path, answer) =>
      path === resource ? new Promise((resolve) => setTimeout(() => resolve(answer), 3000)) : answer
    const found = dislikes(await probe(hang, only('claude'), 1))[0]
    expect(found?.fact).toContain('within 1 s')
  })

  it('a site that is slow', async () => {
    const slow: Fault = (path, answer) =>
      path === metadata ? new Promise((resolve) => setTimeout(() => resolve(answer), 700)) : answer
    const found = dislikes(await probe(slow, only('vscode'), 1)).find(
      ({ check }) => check === 'Time to answer',
    )
    expect(found?.fact).toContain(metadata)
  })
})

describe('a site that nothing reaches', () => {
  const arrivalAt = async (address: string) => {
    const forget = async () => {}
    const [result] = await runProbe(
      { origin: address, local: true, mostSeconds: 3, forget },
      probedHosts.slice(0, 1),
    )
    expect(result?.findings).toHaveLength(1)
    return String(result?.findings[0]?.fact)
  }

  it('is told by what happened', async () => {
    expect(await arrivalAt('http://127.0.0.1:1')).toContain('ECONNREFUSED')
    expect(await arrivalAt(inner.replace('http:', 'https:'))).toContain('TLS')
    expect(await arrivalAt('https://nowhere.invalid')).toContain('does not resolve')
    expect(await arrivalAt('https://site.example:8443')).toContain('port 443')
    expect(await arrivalAt('https://10.0.0.1')).toContain('private address')
  })

  it('has words for whatever else goes wrong', () => {
    const walk = startWalk({ origin, local: true }, { agent: 'x', seconds: 1 })
    expect(whyNothing(new OutboundError('too_large'), walk).fact).toContain('too_large')
  })
})
