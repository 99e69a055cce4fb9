import { createServer as createTlsServer } from 'node:tls'
import { generate } from 'selfsigned'
import { describe, expect, test, vi } from 'vitest'
import { isPublicAddress } from './address'
import { exchange } from './exchange'
import { fetchDocument } from './fetch-document'
import type { ResolveName } from './resolve'
import { failureOf, listen, serveHttp } from './testing'

const resolving =
  (...addresses: string[]): ResolveName =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

/** A GET of a name at a port of this machine: the rules for URLs would refuse the port. */
function get(port: number, resolve: ResolveName, allows = isPublicAddress, scheme = 'http') {
  const url = new URL(`${scheme}://rebind.example:${port}/`)
  const signal = AbortSignal.timeout(5000)
  return exchange({ url, host: url.hostname, allows }, { headers: {}, signal, resolve })
}

describe('a name that leads inward', () => {
  test.each([
    [['127.0.0.1']],
    [['93.184.215.14', '127.0.0.1']],
    [['127.0.0.1', '93.184.215.14']],
    [['::ffff:127.0.0.1']],
    [['::1']],
    [['not an address']],
  ])('by %j is refused before any connection is opened', async (addresses) => {
    const server = await serveHttp((_request, response) => response.end())
    const failure = await failureOf(get(server.port, resolving(...addresses)))
    expect(failure.reason).toBe('blocked_address')
    expect(server.connections()).toBe(0)

    // The same way is open but for the check: the count above can be another than 0.
    const answer = await get(server.port, resolving('127.0.0.1'), () => true)
    expect(answer.statusCode).toBe(200)
    expect(server.connections()).toBe(1)
  })

  test('is refused through fetchDocument, in local mode too', async () => {
    for (const allowLoopback of [false, true]) {
      const options = { allowLoopback, resolve: resolving('127.0.0.1') }
      const failure = await failureOf(fetchDocument('https://rebind.example/', options))
      expect(failure.reason).toBe('blocked_address')
    }
  })

  // In the next two only ::1 is allowed, and the server does not listen there.
  const onlyV6 = (address: string) => address === '::1'

  test('at the second asking is not asked a second time', async () => {
    const server = await serveHttp((_request, response) => response.end())
    const resolve = vi
      .fn<ResolveName>(resolving('127.0.0.1'))
      .mockImplementationOnce(resolving('::1'))
    expect((await failureOf(get(server.port, resolve, onlyV6))).reason).toBe('network')
    expect(resolve).toHaveBeenCalledTimes(1)
    expect(server.connections()).toBe(0)
  })

  test('by an answer that changes while it is read is never connected to', async () => {
    const server = await serveHttp((_request, response) => response.end())
    let reads = 0
    const twoFaced = {
      family: 4,
      get address() {
        reads += 1
        return reads === 1 ? '::1' : '127.0.0.1'
      },
    }
    const failure = await failureOf(get(server.port, async () => [twoFaced], onlyV6))
    expect(failure.reason).toBe('network')
    expect(server.connections()).toBe(0)
  })

  test('is refused by where the socket has arrived, before anything is sent', async () => {
    let requests = 0
    const server = await serveHttp((_request, response) => {
      requests += 1
      response.end()
    })
    let checks = 0
    const onlyFirst = () => {
      checks += 1
      return checks === 1
    }
    const failure = await failureOf(get(server.port, resolving('127.0.0.1'), onlyFirst))
    expect(failure.reason).toBe('blocked_address')
    await expect.poll(server.open).toBe(0)
    expect([server.connections(), requests]).toEqual([1, 0])
  })
})

describe('a name without addresses', () => {
  test('is a failure of the name', async () => {
    const missing: ResolveName = () =>
      Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }))
    expect(await failureOf(get(1, missing))).toMatchObject({ reason: 'dns', code: 'ENOTFOUND' })
    expect((await failureOf(get(1, resolving()))).reason).toBe('dns')
  })

  test('localhost is never asked for', async () => {
    const server = await serveHttp((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
    )
    const resolve = vi.fn(resolving('93.184.215.14'))
    await fetchDocument(`http://localhost:${server.port}/`, { allowLoopback: true, resolve })
    expect(resolve).not.toHaveBeenCalled()
  })
})

describe('TLS', () => {
  const serveTls = async () => {
    const names: string[] = []
    const certificate = await generate([{ name: 'commonName', value: 'localhost' }], {
      keySize: 2048,
    })
    const server = createTlsServer({
      key: certificate.private,
      cert: certificate.cert,
      SNICallback: (name, done) => {
        names.push(name)
        done(null)
      },
    })
    server.on('tlsClientError', () => {})
    return { ...(await listen(server)), names }
  }

  test('asks the checked address for a certificate of the name', async () => {
    const server = await serveTls()
    const failure = await failureOf(get(server.port, resolving('127.0.0.1'), () => true, 'https'))
    expect(failure).toMatchObject({ reason: 'tls', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
    expect(server.names).toEqual(['rebind.example'])
  })

  test('is verified on loopback too, and whatever the environment says', async () => {
    const server = await serveTls()
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:9')
    try {
      const url = `https://localhost:${server.port}/`
      expect((await failureOf(fetchDocument(url, { allowLoopback: true }))).reason).toBe('tls')
    } finally {
      vi.unstubAllEnvs()
    }
  })

  test('with a server that speaks none is a failure of TLS', async () => {
    const server = await serveHttp((_request, response) => response.end())
    const url = `https://127.0.0.1:${server.port}/`
    expect((await failureOf(fetchDocument(url, { allowLoopback: true }))).reason).toBe('tls')
  })
})
