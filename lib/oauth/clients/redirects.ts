import { type Actor, audit, commandLine } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { isRedirectUri } from './metadata'

/** Throws PublicError `invalid_request` for an address that no operator may register. */
export function requireRedirectUri(uri: string): void {
  if (isRedirectUri(uri) && /^https?:/.test(uri)) return
  throw new PublicError(
    'invalid_request',
    `${uri.slice(0, 200)} is not a redirect address: use https without a fragment, or http on localhost.`,
  )
}

/** `version` is the one that the operator saw; null where nobody looked. */
type Change = { version: number | null; by: Actor }

const unseen: Change = { version: null, by: commandLine }

const most = 20

/** A host tells its callback late, or changes it. False where somebody else was first. */
export async function addRedirectUris(
  clientId: string,
  uris: string[],
  change: Change = unseen,
): Promise<boolean> {
  for (const uri of uris) requireRedirectUri(uri)
  return changeRedirectUris(clientId, change, (known) => [...new Set([...known, ...uris])])
}

/** The person can be sent back there no more; connections that exist stay. */
export const removeRedirectUri = (clientId: string, uri: string, change: Change) =>
  changeRedirectUris(clientId, change, (known) => known.filter((one) => one !== uri))

type Row = { redirectUris: string[]; version: number }

/** Throws PublicError `not_found` for what no operator registered. */
function changeRedirectUris(
  id: string,
  { version, by }: Change,
  to: (known: string[]) => string[],
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT "redirectUris", "version" FROM "Client"
      WHERE "id" = ${id} AND "metadata" IS NULL FOR UPDATE`
    if (!row) throw new PublicError('not_found', `No operator registered a client ${id}.`)
    if (version !== null && row.version !== version) return false
    const redirectUris = to(row.redirectUris)
    if (redirectUris.length > most) {
      throw new PublicError('invalid_request', `A client has at most ${most} redirect addresses.`)
    }
    await tx.client.update({
      where: { id },
      data: { redirectUris, version: { increment: 1 } },
    })
    const [before, after] = [row.redirectUris, redirectUris]
    await audit(tx, by, { act: 'client.redirects_changed', target: id, before, after })
    return true
  })
}
