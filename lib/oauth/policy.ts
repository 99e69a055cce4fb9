import { randomUUID } from 'node:crypto'
import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'
import { isLoopback } from '@/lib/env'
import { isLoopbackAddress } from '@/lib/outbound/address'
import { findRememberedGrant } from './grants'

/** RFC 8252 §8.6: another app could answer at a loopback address, so consent is asked each time. */
export function isRememberable(redirectUri: string): boolean {
  const url = new URL(redirectUri)
  return url.protocol === 'https:' && !isLoopback(url.hostname) && !isLoopbackAddress(url.hostname)
}

/** Grants that exist in memory only, with where their client is sent back to. */
const unsaved = new WeakMap<object, { redirectUri: string }>()

/** The redirect address of a grant that is to be saved with its code; otherwise undefined. */
export const redirectUriOfUnsaved = (grant: object | undefined): string | undefined =>
  grant && unsaved.get(grant)?.redirectUri

/**
 * The grant of this authorization: the one just consented to, or one of its own with what was
 * allowed before, so that ending one connection does not end the other. That is saved with its code
 * only: a request that ends at a question or a Deny must leave nothing that lives.
 */
export async function loadExistingGrant(ctx: KoaContextWithOIDC) {
  const { provider, result, client, session, params } = ctx.oidc
  const grantId = result?.consent?.grantId
  if (grantId) return provider.Grant.find(grantId)
  const redirectUri = String(params?.redirect_uri)
  if (!client || !session?.accountId || asksAgain(ctx) || !isRememberable(redirectUri)) {
    return undefined
  }
  const remembered = await findRememberedGrant({
    accountId: session.accountId,
    clientId: client.clientId,
    redirectUri,
    resource: String([params?.resource].flat()[0]),
  })
  if (!remembered) return undefined
  const grant = new provider.Grant({ ...remembered, jti: randomUUID() } as never)
  unsaved.set(grant, { redirectUri })
  return grant
}

const asksAgain = (ctx: KoaContextWithOIDC): boolean => ctx.oidc.prompts.has('consent')

export const policy = () => interactionPolicy.base()
