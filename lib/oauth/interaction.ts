import { randomUUID } from 'node:crypto'
import type { AdapterPayload } from 'oidc-provider'
import { answered, signedIn } from '@/lib/attempts/record'
import { readCookie } from '@/lib/cookies'
import { env, isLoopback } from '@/lib/env'
import { aboutScope, isScope, type Scope } from '@/lib/scopes'
import { findClient, type Identity, identityOf } from './clients/find-client'
import { setSeen } from './grants'
import { interactionCookie, signInPath } from './interaction-paths'
import { isOptional } from './resources'
import { getProvider, routes } from './server'
import { type FindBrowserSession, sessionUid } from './session'

/** What the consent page shows. Every name in it is somebody else's word: text, never markup. */
export type ConsentRequest = {
  uid: string
  clientName: string
  identity: Identity
  /** Where the client's document lies, when that is what it is known by. */
  documentHost: string | null
  redirectHost: string
  redirectIsLoopback: boolean
  scopes: ConsentScope[]
}

export type ConsentScope = {
  name: string
  title: string
  detail: string
  optional: boolean
  kind: 'see' | 'do'
}

export type Decision = {
  uid: string
  cookies: string
  account: { id: string; sessionId: string; signedInAt: number }
  allow: boolean
  /** The optional scopes that the person switched on. */
  chosen: string[]
}

export function createInteractions(findBrowserSession: FindBrowserSession) {
  const load = async (uid: string, cookies: string) => {
    // Only the browser that asked may see or answer: the id in the address alone is not enough.
    if (readCookie(cookies, interactionCookie()) !== uid) return null
    const provider = await getProvider(findBrowserSession)
    return (await provider.Interaction.find(uid)) ?? null
  }

  return {
    /** Null when the request has expired, was answered, or belongs to another browser. */
    async getConsentRequest(
      uid: string,
      cookies: string,
      isSignedIn = false,
    ): Promise<ConsentRequest | null> {
      const interaction = await load(uid, cookies)
      const client = interaction && (await findClient(String(interaction.params.client_id)))
      if (!interaction || !client) return null
      if (isSignedIn) signedIn(interaction.cid)
      const redirect = new URL(String(interaction.params.redirect_uri))
      const isWeb = /^https?:$/.test(redirect.protocol)
      const identity = identityOf(String(client.client_id))
      return {
        uid,
        clientName: nameOf(client),
        identity,
        documentHost: identity === 'document' ? new URL(String(client.client_id)).host : null,
        // A scheme of an app's own may name any host it likes.
        redirectHost: isWeb ? redirect.host : redirect.protocol,
        redirectIsLoopback: !isWeb || isLoopback(redirect.hostname),
        scopes: requestedScopes(interaction.params)
          .filter((scope) => scope !== 'offline_access')
          .map(toConsentScope),
      }
    },

    /** Where the browser goes next, or null as above. */
    async decide(decision: Decision): Promise<string | null> {
      const interaction = await load(decision.uid, decision.cookies)
      if (!interaction) return null
      const asked = interaction.session
      const signedInSince = decision.account.signedInAt >= interaction.iat
      // Somebody signed in anew meanwhile: the request is theirs to see from its beginning.
      if (asked && asked.uid !== sessionUid(decision.account.sessionId)) {
        return authorizeUrl({ ...interaction.params, ...(signedInSince && { prompt: undefined }) })
      }
      // The client asked for a fresh sign-in (OpenID Connect Core §3.1.2.1, prompt and max_age).
      if (asked && interaction.prompt.name === 'login' && !signedInSince) {
        return signInPath(interaction)
      }
      // A second click on the button changes nothing.
      if (interaction.result) return interaction.returnTo
      interaction.result = decision.allow
        ? {
            login: { accountId: decision.account.id, ts: decision.account.signedInAt },
            consent: { grantId: await allow(decision, interaction.params) },
          }
        : { error: 'access_denied', error_description: 'The person did not allow it' }
      answered(interaction.cid, decision.account.id, decision.allow)
      await interaction.save(interaction.exp - Math.floor(Date.now() / 1000))
      return interaction.returnTo
    },
  }

  async function allow(decision: Decision, params: Params): Promise<string> {
    const provider = await getProvider(findBrowserSession)
    const requested = requestedScopes(params)
    const isDeclined = (scope: Scope) => isOptional(scope) && !decision.chosen.includes(scope)
    const granted = requested.filter((scope) => !isDeclined(scope)).join(' ')
    const declined = requested.filter(isDeclined).join(' ')
    const grant = new provider.Grant({
      accountId: decision.account.id,
      clientId: String(params.client_id),
    })
    grant.jti = randomUUID()
    grant.addOIDCScope(granted)
    if (declined) grant.rejectOIDCScope(declined)
    for (const resource of [params.resource ?? []].flat() as string[]) {
      grant.addResourceScope(resource, granted)
      if (declined) grant.rejectResourceScope(resource, declined)
    }
    const id = await grant.save()
    const client = await findClient(String(params.client_id))
    await setSeen(id, { clientName: nameOf(client), redirectUri: String(params.redirect_uri) })
    return id
  }
}

const nameOf = (client: AdapterPayload | undefined): string =>
  String(client?.client_name ?? client?.client_id)

type Params = Record<string, unknown>

const requestedScopes = (params: Params): Scope[] =>
  [...new Set(String(params.scope ?? '').split(' '))].filter(isScope)

function toConsentScope(name: Scope): ConsentScope {
  const { title, detail, kind } = aboutScope(name)
  return { name, title, detail, kind, optional: isOptional(name) }
}

function authorizeUrl(params: Params): string {
  const url = new URL(routes.authorization, env().origin)
  for (const [name, value] of Object.entries(params)) {
    for (const one of [value].flat())
      if (one !== undefined) url.searchParams.append(name, String(one))
  }
  return url.href
}
