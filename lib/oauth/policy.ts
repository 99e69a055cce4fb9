import { randomUUID } from 'node:crypto'
import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'
import { isLoopback } from '@/lib/env'
import { renewGrant } from './grants'

/** RFC 8252 §8.6: another app could answer at a loopback address, so consent is asked each time. */
export function isRememberable(redirectUri: string): boolean {
  const url = new URL(redirectUri)
  return url.protocol === 'https:' && !isLoopback(url.hostname)
}

/**
 * The grant of this authorization: the one just consented to, or a new one with what was
 * allowed before. Where that is too little, the consent prompt asks.
 */
export async function loadExistingGrant(ctx: KoaContextWithOIDC) {
  const { provider, result, client, session, params, entities } = ctx.oidc
  const grantId = result?.consent?.grantId
  if (grantId) return provider.Grant.find(grantId)
  const redirectUri = String(params?.redirect_uri)
  if (!client || !session?.accountId || asksAgain(ctx) || !isRememberable(redirectUri)) {
    return undefined
  }
  const payload = await renewGrant({
    id: randomUUID(),
    accountId: session.accountId,
    clientId: client.clientId,
    redirectUri,
    resource: String([params?.resource].flat()[0]),
  })
  return payload && new provider.Grant({ ...payload, client: entities.Client } as never)
}

const asksAgain = (ctx: KoaContextWithOIDC): boolean => ctx.oidc.prompts.has('consent')

export const policy = () => interactionPolicy.base()
