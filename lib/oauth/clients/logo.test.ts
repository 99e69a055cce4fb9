import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { toSmallPng } from './logo'

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: '#0f5a4680' } })

describe('a logo', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('that is %s is painted anew, small', async (format) => {
    const given = await picture(500, 300).withMetadata().toFormat(format).toBuffer()
    const { format: now, width, height, hasAlpha } = await sharp(await toSmallPng(given)).metadata()
    expect([now, width, height, hasAlpha]).toEqual(['png', 112, 112, false])
  })

  it('loses what is hidden behind its pixels', async () => {
    const given = await picture(20, 20).png().toBuffer()
    const painted = await toSmallPng(
      Buffer.concat([given, Buffer.from('<script>alert(1)</script>')]),
    )
    expect(painted.toString('latin1')).not.toContain('script')
  })

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a GIF', 'GIF89a'],
    ['the beginning of a PNG', '\x89PNG\r\n\x1a\n and no more'],
    ['nothing', ''],
  ])('that is %s is refused', async (_what, text) => {
    await expect(toSmallPng(Buffer.from(text, 'latin1'))).rejects.toThrow()
  })

  it('that would fill the memory is refused by what it says of itself', async () => {
    const bomb = await picture(2500, 2500).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.length).toBeLessThan(100_000)
    await expect(toSmallPng(bomb)).rejects.toThrow('pixel limit')
  })
})
