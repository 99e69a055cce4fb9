import sharp from 'sharp'
import { fetchBytes } from '@/lib/outbound/fetch-document'
import { isPicture } from '@/lib/picture'

/**
 * A picture that a plugin names, as a WebP of at most 640 × 360 pixels painted anew, so that nobody's
 * browser goes there; null where there is none. `allowLoopback` is for local mode only.
 */
export async function getPicture(url: string, allowLoopback: boolean): Promise<Buffer | null> {
  try {
    const bytes = await fetchBytes(url, {
      accept: 'image/png,image/jpeg,image/webp',
      maxBytes: 3_000_000,
      timeoutMs: 8000,
      allowLoopback,
    })
    if (!isPicture(bytes)) return null
    return await sharp(bytes, { limitInputPixels: 16_000_000, failOn: 'warning' })
      .resize(640, 360, { fit: 'inside', withoutEnlargement: true })
      .webp()
      .toBuffer()
  } catch {
    return null
  }
}
