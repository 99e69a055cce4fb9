import type { AdapterPayload } from 'oidc-provider'
import { answered, signedIn } from '@/lib/attempts/record'
import { readCookie } from '@/lib/cookies'
import { env } from '@/lib/env'
import { isScope, type Scope } from '@/lib/scopes'
import { hmac } from '@/lib/secrets'
import { findClient, type Identity, identityOf } from './clients/find-client'
import { isKnownVendor } from './clients/pinned'
import { type Answer, type ConsentScope, toConsentScopes, toGranted } from './consent-scopes'
import { giveGrant } from './give'
import { dropGrant } from './grants'
import { interactionCookie, signInPath } from './interaction-paths'
import type { Length } from './lengths'
import { isOwnComputer } from './own-computer'
import { AlreadyAnswered } from './questions'
import { recall } from './recall'
import { getProvider, routes } from './server'
import { type FindBrowserSession, sessionUid } from './session'

/** What the consent page shows. Every name in it is somebody else's word: text, never markup. */
export type ConsentRequest = {
  uid: string
  clientName: string
  identity: Identity
  /** Whether it is proved who the app is, and not only said. */
  isVerified: boolean
  /** Where its picture lies; null for an app that nobody vouches for, which could show any. */
  logoUri: string | null
  /** Where the client's document lies, when that is what it is known by. */
  documentHost: string | null
  redirectHost: string
  redirectIsLoopback: boolean
  scopes: ConsentScope[]
  /** Comes back with the answer: it was given to the person who saw this page. */
  proof: string
}

type Viewer = { id: string; sessionId: string }

export type Decision = Answer & {
  uid: string
  cookies: string
  account: Viewer & { signedInAt: number }
  proof: string
  length: Length
}

export function createInteractions(
  findBrowserSession: FindBrowserSession,
  onAllowed: (grantId: string) => Promise<void>,
) {
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
      viewer: Viewer | null = null,
    ): Promise<ConsentRequest | null> {
      const interaction = await load(uid, cookies)
      const client = interaction && (await findClient(String(interaction.params.client_id)))
      if (!interaction || !client || interaction.result) return null
      if (viewer) signedIn(interaction.cid)
      const scopes = await scopesFor(viewer, interaction.params)
      return {
        uid,
        clientName: nameOf(client),
        ...toOrigin(String(client.client_id), new URL(String(interaction.params.redirect_uri))),
        logoUri: (identityOf(String(client.client_id)) !== 'none' && client.logo_uri) || null,
        scopes: scopes.filter(({ name }) => name !== 'offline_access'),
        proof: viewer ? proofOf(uid, viewer, scopes) : '',
      }
    },

    /** Where the browser goes next, or null as above, and where the answer is to another page. */
    async decide(decision: Decision): Promise<string | null> {
      const interaction = await load(decision.uid, decision.cookies)
      if (!interaction) return null
      const asked = interaction.session
      const signedInSince = decision.account.signedInAt >= interaction.iat
      const uid = sessionUid(decision.account.sessionId)
      const scopes = await scopesFor(decision.account, interaction.params)
      const hasSeen = isSame(decision.proof, proofOf(decision.uid, decision.account, scopes))
      // Somebody signed in anew meanwhile: unless they saw the page, the request is theirs to see
      // from its beginning.
      if (asked && asked.uid !== uid && !hasSeen) {
        return authorizeUrl({ ...interaction.params, ...(signedInSince && { prompt: undefined }) })
      }
      // The client asked for a fresh sign-in (OpenID Connect Core §3.1.2.1, prompt and max_age).
      if (asked && interaction.prompt.name === 'login' && !signedInSince) {
        return signInPath(interaction)
      }
      if (!hasSeen) return null
      // A second click on the button changes nothing.
      if (interaction.result) return interaction.returnTo
      if (asked) interaction.session = { ...asked, uid, accountId: decision.account.id }
      const grantId = await allow(decision, interaction.params, scopes)
      interaction.result = grantId
        ? {
            login: { accountId: decision.account.id, ts: decision.account.signedInAt },
            consent: { grantId },
          }
        : { error: 'access_denied', error_description: 'The person did not allow it' }
      try {
        await interaction.save(interaction.exp - Math.floor(Date.now() / 1000))
        answered(interaction.cid, decision.account.id, grantId !== null)
      } catch (error) {
        // Another click of the same moment was there first: what it said holds.
        if (!(error instanceof AlreadyAnswered)) throw error
        if (grantId) await dropGrant(grantId)
        return interaction.returnTo
      }
      if (grantId) await onAllowed(grantId)
      return interaction.returnTo
    },
  }

  /** The id of what was given; null where nothing was. */
  async function allow(
    decision: Decision,
    params: Params,
    scopes: ConsentScope[],
  ): Promise<string | null> {
    const granted = toGranted(scopes, decision)
    if (granted.length === 0) return null
    const clientId = String(params.client_id)
    return giveGrant(await getProvider(findBrowserSession), {
      accountId: decision.account.id,
      clientId,
      clientName: nameOf(await findClient(clientId)),
      redirectUri: String(params.redirect_uri),
      resources: resourcesOf(params),
      granted,
      declined: scopes.map(({ name }) => name).filter((name) => !granted.includes(name)),
      length: decision.length,
    })
  }
}

type Params = Record<string, unknown>

async function scopesFor(viewer: Viewer | null, params: Params): Promise<ConsentScope[]> {
  const key = { clientId: String(params.client_id), redirectUri: String(params.redirect_uri) }
  const recalled = viewer
    ? await recall({ ...key, accountId: viewer.id, resources: resourcesOf(params) })
    : new Map()
  return toConsentScopes(requestedScopes(params), recalled)
}

/** Who the app is, as far as that is known, and where it sends people back to. */
function toOrigin(clientId: string, redirect: URL) {
  const identity = identityOf(clientId)
  const isWeb = /^https?:$/.test(redirect.protocol)
  const redirectIsLoopback = !isWeb || isOwnComputer(redirect.hostname)
  return {
    identity,
    // Any program on the person's own computer can use a vendor's public client id.
    isVerified: identity === 'operator' || (isKnownVendor(clientId) && !redirectIsLoopback),
    documentHost: identity === 'document' ? new URL(clientId).host : null,
    // A scheme of an app's own may name any host it likes.
    redirectHost: isWeb ? redirect.host : redirect.protocol,
    redirectIsLoopback,
  }
}

// The cookie says which browser was asked; this, which sign-in saw the question, and what goes along
// unasked: what was allowed on another page since was asked on this one, and perhaps left out.
function proofOf(uid: string, { sessionId }: Viewer, scopes: ConsentScope[]): string {
  const unasked = scopes.filter(({ state }) => state !== 'choice').map(({ name }) => name)
  return hmac('consent form', `${uid} ${sessionId} ${unasked.join(' ')}`)
}

const isSame = (one: string, other: string): boolean =>
  hmac('compare', one) === hmac('compare', other)

const nameOf = (client: AdapterPayload | undefined): string =>
  String(client?.client_name ?? client?.client_id)

const resourcesOf = (params: Params): string[] => [params.resource ?? []].flat() as string[]

const requestedScopes = (params: Params): Scope[] =>
  [...new Set(String(params.scope ?? '').split(' '))].filter(isScope)

function authorizeUrl(params: Params): string {
  const url = new URL(routes.authorization, env().origin)
  for (const [name, value] of Object.entries(params)) {
    for (const one of [value].flat())
      if (one !== undefined) url.searchParams.append(name, String(one))
  }
  return url.href
}
