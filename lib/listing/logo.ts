import { createHash } from 'node:crypto'
import { type Actor, audit } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import { toLogo } from './picture'

/** Hosts keep the address of a logo for a while after there is another. */
const mostKept = 10

/** Keeps the picture, whose SHA-256 is its address. Throws LogoError on what is no logo. */
export async function keepLogo(bytes: Buffer, by: Actor): Promise<string> {
  const png = await toLogo(bytes)
  const hash = createHash('sha256').update(png).digest('hex')
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "Logo" ("hash", "png") VALUES (${hash}, ${png})
      ON CONFLICT ("hash") DO UPDATE SET "keptAt" = now()`
    await tx.$executeRaw`
      DELETE FROM "Logo" WHERE "hash" NOT IN (
        SELECT "hash" FROM "Logo" ORDER BY "keptAt" DESC LIMIT ${mostKept})`
    await audit(tx, by, { act: 'listing.logo_uploaded', target: hash })
  })
  return hash
}

export async function findLogo(hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await db().logo.findUnique({ where: { hash } })
  return row && new Uint8Array(row.png)
}

/** `/logo/<hash>.png`; what is at an address never changes. */
export async function serveLogo(request: Request): Promise<Response> {
  const [, hash] = /^\/logo\/([0-9a-f]{64})\.png$/.exec(new URL(request.url).pathname) ?? []
  const png = hash === undefined ? null : await findLogo(hash)
  if (!png) return new Response('Not found', { status: 404 })
  return new Response(request.method === 'HEAD' ? null : png, {
    headers: {
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    },
  })
}
