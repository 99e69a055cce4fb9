import type { AdapterPayload } from 'oidc-provider'
import { query } from '@/lib/data/db'
import { env } from '@/lib/env'
import { PublicError } from '@/lib/errors'
import { redirectHosts } from '@/lib/hosts'
import { log } from '@/lib/log'
import { findDocumentClient, isDocumentId } from './metadata-document'
import { isKnownVendor } from './pinned'
import { ClientRefused } from './refused'

/** Lets a client that no operator registered begin to connect, or throws ClientRefused. */
export async function requireAdmission(id: string, client: AdapterPayload): Promise<void> {
  const mode = env().clientAdmission
  if (mode === 'open' || (await isListed(id, client))) return
  if (mode === 'listed') throw new ClientRefused('not_listed')
  log.warn('client is not listed', undefined, {
    client: isDocumentId(id) ? new URL(id).host : 'registered itself',
  })
}

async function isListed(id: string, client: AdapterPayload): Promise<boolean> {
  if (!isDocumentId(id)) return redirectsToKnownHosts(client.redirect_uris ?? [])
  if (isKnownVendor(id)) return true
  const [row] = await query<{ listed: boolean }>(
    'document_is_listed',
    `SELECT "listed" FROM "ClientDocument" WHERE "kind" = 'client' AND "url" = $1`,
    [id],
  )
  return row?.listed ?? false
}

// A client that registers itself is as trustworthy as the place its codes go to.
const redirectsToKnownHosts = (uris: readonly string[]): boolean =>
  uris.every((uri) => {
    const { protocol, host } = new URL(uri)
    return protocol === 'https:' && redirectHosts.has(host)
  })

/**
 * Puts the client of a metadata document onto the list; resolves to its name. Throws PublicError
 * `invalid_request` when there is no such document or it cannot be used.
 */
export async function admit(id: string): Promise<string> {
  if (!isDocumentId(id)) throw notAdmitted('This is not the address of a client’s document.')
  const client = await findDocumentClient(id).catch((error: unknown) => {
    throw error instanceof ClientRefused ? notAdmitted(error.told) : error
  })
  await query(
    'document_admit',
    `UPDATE "ClientDocument" SET "listed" = true WHERE "kind" = 'client' AND "url" = $1`,
    [id],
  )
  return String(client.client_name)
}

const notAdmitted = (message: string) => new PublicError('invalid_request', message)
