import sharp from 'sharp'
import { toPlace } from '@/lib/attempts/place'
import { networkOf } from '@/lib/client-address'
import { count, type Limit } from '@/lib/data/counters'
import { env } from '@/lib/env'
import { fetchBytes } from '@/lib/outbound/fetch-document'
import { isPicture } from '@/lib/picture'

/** Pixels a side: the tile of the consent page, twice as sharp. */
const side = 112

/** Logos that one place can make this server fetch. */
const perPlace: Limit = { name: 'logo', points: 30, seconds: 60 }

const kept = new Map<string, { png: Promise<Buffer | null>; until: number }>()
const mostKept = 200

/** An app's logo as a small PNG of ours; null where it cannot be had, or is no picture. */
export async function getLogo(url: string, forwardedFor: string | null): Promise<Buffer | null> {
  const known = kept.get(url)
  if (known && known.until > Date.now()) return known.png
  if ((await count(perPlace, networkOf(toPlace(forwardedFor).address))) > 0) return null
  const oldest = kept.size >= mostKept ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
  const png = fetchLogo(url).catch(() => null)
  const minutes = (some: number) => Date.now() + some * 60_000
  const entry = { png, until: minutes(60) }
  kept.set(url, entry)
  if ((await png) === null) entry.until = minutes(5)
  return png
}

async function fetchLogo(url: string): Promise<Buffer> {
  const bytes = await fetchBytes(url, {
    accept: 'image/png,image/jpeg,image/webp',
    maxBytes: 300_000,
    timeoutMs: 3000,
    allowLoopback: env().local,
    origin: env().origin,
  })
  return toSmallPng(bytes)
}

/** Painted anew, so that nothing of the file but its pixels is left. Throws on anything else. */
export async function toSmallPng(bytes: Buffer): Promise<Buffer> {
  if (!isPicture(bytes)) throw new Error('not a picture')
  return sharp(bytes, { limitInputPixels: 4_000_000, failOn: 'warning' })
    .resize(side, side, { fit: 'contain', background: '#ffffff' })
    .flatten({ background: '#ffffff' })
    .png()
    .toBuffer()
}
