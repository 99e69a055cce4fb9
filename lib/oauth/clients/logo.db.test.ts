import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getLogo } from './logo'

process.env.TRUSTED_PROXY = '1'

let server: Server
let picture: Buffer
const asked: string[] = []

beforeAll(async () => {
  const create = { width: 64, height: 64, channels: 3 as const, background: '#0f5a46' }
  picture = await sharp({ create }).png().toBuffer()
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const answers: Record<string, [number, Record<string, string>, Buffer]> = {
      '/logo.png': [200, { 'content-type': 'image/png' }, picture],
      '/logo.svg': [200, { 'content-type': 'image/svg+xml' }, Buffer.from('<svg/>')],
      '/svg-as-png': [200, { 'content-type': 'image/png' }, Buffer.from('<svg/>')],
      '/large': [200, { 'content-type': 'image/png' }, Buffer.alloc(400_000)],
      '/moved': [302, { location: '/logo.png' }, Buffer.alloc(0)],
    }
    const [status, headers, body] = answers[request.url?.split('?')[0] ?? ''] ?? [
      404,
      {},
      Buffer.alloc(0),
    ]
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())

const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`

it('a logo is fetched once, and served as a PNG of ours', async () => {
  const [one, other] = [await getLogo(at('/logo.png'), null), await getLogo(at('/logo.png'), null)]
  expect(one?.subarray(1, 4).toString()).toBe('PNG')
  expect(other).toBe(one)
  expect(asked.filter((path) => path === '/logo.png')).toHaveLength(1)
})

it.each(['/logo.svg', '/svg-as-png', '/large', '/moved', '/missing'])(
  'there is no logo at %s',
  async (path) => {
    expect(await getLogo(at(path), null)).toBeNull()
  },
)

it.each(['http://10.0.0.1/logo.png', 'https://169.254.169.254/logo.png', 'file:///etc/passwd'])(
  'nobody is asked at %s',
  async (url) => {
    expect(await getLogo(url, null)).toBeNull()
  },
)

it('who may choose among addresses is one place', async () => {
  const ask = (n: number) => getLogo(at(`/logo.png?${n}`), `2001:db8:9:9:${n.toString(16)}::1`)
  for (let n = 1; n <= 30; n += 1) expect(await ask(n)).not.toBeNull()
  expect(await ask(31)).toBeNull()
})
