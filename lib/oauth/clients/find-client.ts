import Provider, { type AdapterPayload } from 'oidc-provider'
import { requireAdmission } from './admission'
import { findDocumentClient, isDocumentId } from './metadata-document'
import { ClientRefused } from './refused'
import { isSelfRegistered } from './registration'
import { docsClient, docsClientId, findPlaygroundClient, findStoredClient } from './stored'
import { isSuspended } from './suspension'

/**
 * A client by its id, whoever vouches for it: an operator, the document under its id, or only the
 * client itself. Undefined when there is none; throws ClientRefused when it must not be let in.
 */
export async function findClient(id: string): Promise<AdapterPayload | undefined> {
  if (id === docsClientId) return docsClient()
  const playground = findPlaygroundClient(id)
  if (playground) return playground
  const client = isDocumentId(id) ? await findByDocument(id) : await findByRow(id)
  // Who is connected already stays so.
  if (client && isOpen(id) && route() === 'authorization') await requireAdmission(id, client)
  return client
}

const route = () => Provider.ctx?.oidc.route

async function findByRow(id: string): Promise<AdapterPayload | undefined> {
  const stored = await findStoredClient(id)
  return stored?.isSuspended && isHeld() ? undefined : stored?.metadata
}

/** Whether a stopped client is none; throws it where a request says so. */
function isHeld(): boolean {
  // Who is stopped may still give back what it holds.
  if (route() === 'revocation') return false
  if (!route()) return true
  throw new ClientRefused('suspended')
}

// ChatGPT's Disconnect sends the token and its client id alone: who holds a token may end it.
async function findByDocument(id: string): Promise<AdapterPayload | undefined> {
  if ((await isSuspended(id)) && isHeld()) return undefined
  const client = await findDocumentClient(id)
  if (route() !== 'revocation' || Provider.ctx?.oidc.params?.client_assertion) return client
  const { token_endpoint_auth_signing_alg: _, jwks_uri: __, jwks: ___, ...rest } = client
  return { ...rest, token_endpoint_auth_method: 'none' }
}

/** Nobody here vouches for it: PKCE and the resource are required, and the person is asked. */
export const isOpen = (id: string): boolean => isDocumentId(id) || isSelfRegistered(id)

export type Identity = 'operator' | 'document' | 'none'

/** Who says that the client is who it says it is. */
export function identityOf(id: string): Identity {
  if (isDocumentId(id)) return 'document'
  return isSelfRegistered(id) ? 'none' : 'operator'
}
