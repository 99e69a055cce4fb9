import sharp from 'sharp'
import { PublicError } from '@/lib/errors'

/** Pixels a side: what every host takes, and none wants more. */
export const logoSide = 512

/** Of the file that is uploaded (OpenAI: icons up to 5 MiB). */
export const mostLogoBytes = 5 * 1024 * 1024

const mostSide = 4096

/** Painted anew, so that nothing of the file but its pixels is left. Throws PublicError on what is no logo. */
export async function toLogo(bytes: Buffer): Promise<Buffer> {
  if (bytes.length > mostLogoBytes) throw tooLarge()
  // By its first bytes, whatever its name says: an SVG, for one, is a document and not a picture.
  if (bytes.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') {
    throw wrong('This is not a PNG. Hosts take neither GIF nor SVG; save the logo as PNG.')
  }
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: mostSide ** 2 }).metadata()
    if (Math.min(width, height) < logoSide) {
      throw wrong(`It has ${width} × ${height} pixels. Hosts want at least 512 × 512.`)
    }
    return await sharp(bytes, { limitInputPixels: mostSide ** 2, failOn: 'warning' })
      .resize(logoSide, logoSide, { fit: 'contain', background: '#00000000' })
      .png()
      .toBuffer()
  } catch (error) {
    if (error instanceof PublicError) throw error
    const isVast = error instanceof Error && /pixel limit/.test(error.message)
    throw wrong(
      isVast
        ? `It has more than ${mostSide} × ${mostSide} pixels. Make it smaller.`
        : 'This PNG cannot be read: it is damaged or not complete.',
    )
  }
}

export const tooLarge = () => wrong('It is larger than 5 MB. Make it smaller.')

const wrong = (message: string) =>
  new PublicError('invalid_request', message, { fields: [{ field: 'logo', message }] })
