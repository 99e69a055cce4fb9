import { readFile } from 'node:fs/promises'
import sharp from 'sharp'

/** What a Microsoft 365 app brings: 192² in colour without holes, and 32² white on nothing. */
export type Icons = { color: Uint8Array; outline: Uint8Array }

/** Of the logo that an operator uploaded; null stands for the release's own. */
export async function toIcons(logo: Uint8Array | null): Promise<Icons> {
  if (!logo) {
    return {
      color: await readFile('public/logo-192.png'),
      outline: await readFile('public/logo-outline-32.png'),
    }
  }
  const color = await sharp(logo)
    .resize(192, 192)
    .flatten({ background: '#ffffff' })
    .png()
    .toBuffer()
  const alpha = await sharp(logo)
    .resize(32, 32)
    .ensureAlpha()
    .extractChannel('alpha')
    .raw()
    .toBuffer()
  const white = { width: 32, height: 32, channels: 3 as const, background: '#ffffff' }
  const outline = await sharp({ create: white })
    .joinChannel(alpha, { raw: { width: 32, height: 32, channels: 1 } })
    .png()
    .toBuffer()
  return { color, outline }
}
