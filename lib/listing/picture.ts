import sharp from 'sharp'
import { PublicError } from '@/lib/errors'

/** Pixels a side: what every host takes, and none wants more. */
export const logoSide = 512

/** Of the file that is uploaded (OpenAI: icons up to 5 MiB). */
export const mostLogoBytes = 5 * 1024 * 1024

const mostSide = 4096

/** Why a file is no logo. */
export const logoFaults = {
  missing: 'Choose a file first.',
  large: 'It is larger than 5 MB. Make it smaller.',
  type: 'This is not a PNG. Hosts take neither GIF nor SVG; save the logo as PNG.',
  small: 'It is smaller than 512 × 512 pixels, which hosts want at least.',
  vast: 'It has more than 4096 × 4096 pixels. Make it smaller.',
  damaged: 'This PNG cannot be read: it is damaged or not complete.',
}

export type LogoFault = keyof typeof logoFaults

export class LogoError extends PublicError {
  constructor(readonly fault: LogoFault) {
    super('invalid_request', logoFaults[fault])
  }
}

/** Painted anew, so that nothing of the file but its pixels is left. Throws LogoError. */
export async function toLogo(bytes: Buffer): Promise<Buffer> {
  if (bytes.length > mostLogoBytes) throw new LogoError('large')
  // By its first bytes, whatever its name says: an SVG, for one, is a document and not a picture.
  if (bytes.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw new LogoError('type')
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: mostSide ** 2 }).metadata()
    if (Math.min(width, height) < logoSide) throw new LogoError('small')
    return await sharp(bytes, { limitInputPixels: mostSide ** 2, failOn: 'warning' })
      .resize(logoSide, logoSide, { fit: 'contain', background: '#00000000' })
      .png()
      .toBuffer()
  } catch (error) {
    if (error instanceof LogoError) throw error
    const isVast = error instanceof Error && /pixel limit/.test(error.message)
    throw new LogoError(isVast ? 'vast' : 'damaged')
  }
}
