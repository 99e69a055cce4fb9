import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { commandLine } from '@/lib/audit/audit'
import { findLogo, keepLogo, serveLogo } from './logo'
import { toLogo } from './picture'

const square = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 4, background: '#ff000080' } })

const serve = (name: string) => serveLogo(new Request(`http://localhost:3000/logo/${name}`))

test('a PNG becomes one of 512², at an address of its own', async () => {
  const hash = await keepLogo(await square(700).png().toBuffer(), commandLine)
  const response = await serve(`${hash}.png`)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 512, height: 512 })
})

test('there is nothing at any other address', async () => {
  for (const name of [`${'0'.repeat(64)}.png`, '..%2f..%2fetc', 'x.png', '']) {
    expect((await serve(name)).status).toBe(404)
  }
})

test('what is hidden behind or in a picture is not served', async () => {
  const script = '<script>alert(1)</script>'
  const png = await square(512)
    .withExif({ IFD0: { Copyright: script } })
    .png()
    .toBuffer()
  expect(png.toString('latin1')).toContain(script)
  const hash = await keepLogo(Buffer.concat([png, Buffer.from(script)]), commandLine)
  expect(Buffer.from((await findLogo(hash)) ?? []).toString('latin1')).not.toContain('script')
})

/** A PNG that says it has a side of that many pixels, all of them one byte repeated. */
function bomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.writeUInt8(1, 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const data = deflateSync(Buffer.alloc((side / 8 + 1) * side))
  const chunks = [chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...chunks])
}

function crc(bytes: Buffer): number {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  }
  return (rest ^ 0xffffffff) >>> 0
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"/>'

test.each<[string, () => Promise<Buffer> | Buffer, RegExp]>([
  ['an SVG', () => Buffer.from(svg), /not a PNG/],
  ['a GIF', () => square(512).gif().toBuffer(), /not a PNG/],
  ['a page that ends in a PNG', async () => Buffer.from(`<html>${svg}\x89PNG`), /not a PNG/],
  [
    'half a PNG',
    async () => (await readFile('public/logo.png')).subarray(0, 2000),
    /cannot be read/,
  ],
  ['only the first bytes of one', () => Buffer.from('\x89PNG\r\n\x1a\n<svg>', 'latin1'), /cannot/],
  ['a small one', () => square(511).png().toBuffer(), /smaller than 512/],
  ['a decompression bomb', () => bomb(20_000), /more than 4096/],
  ['20 MB', () => Buffer.alloc(20_000_000), /larger than 5 MB/],
])('%s is refused, and says why', async (_what, make, why) => {
  await expect(toLogo(await make())).rejects.toMatchObject({
    code: 'invalid_request',
    message: expect.stringMatching(why),
  })
})
