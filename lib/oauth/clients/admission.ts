import Provider, { type AdapterPayload } from 'oidc-provider'
import { query } from '@/lib/data/db'
import { redirectHosts } from '@/lib/hosts'
import { readSetting } from '@/lib/settings/setting'
import { reportClient } from './admission-reports'
import { admissionSetting } from './admission-setting'
import { isDocumentId } from './metadata-document'
import { isKnownVendor } from './pinned'
import { ClientRefused } from './refused'

/** Lets a client that no operator registered begin to connect, or throws ClientRefused. */
export async function requireAdmission(id: string, client: AdapterPayload): Promise<void> {
  const { documents, dynamic } = await readSetting(admissionSetting)
  const mode = isDocumentId(id) ? documents : dynamic
  if (mode === 'open' || (await isListed(id, client))) return
  if (mode !== 'report') throw new ClientRefused('not_listed')
  if (isFirstInRequest()) await reportClient(id, String(client.client_name ?? ''))
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
export const redirectsToKnownHosts = (uris: readonly string[]): boolean =>
  uris.every((uri) => {
    const { protocol, host } = new URL(uri)
    return protocol === 'https:' && redirectHosts.has(host)
  })

const reported = new WeakSet<object>()

/** One request asks for its client several times. */
function isFirstInRequest(): boolean {
  const request: object | undefined = Provider.ctx
  if (!request || reported.has(request)) return false
  reported.add(request)
  return true
}
