import type { AdapterPayload } from 'oidc-provider'
import { answered, signedIn } from '@/lib/attempts/record'
import { readCookie } from '@/lib/cookies'
import { hmac } from '@/lib/secrets'
import { findClient, type Identity, identityOf } from './clients/find-client'
import { isKnownVendor } from './clients/pinned'
import { type Answer, type ConsentScope, toConsentScopes, toGranted } from './consent-scopes'
import { giveGrant } from './give'
import { dropGrant } from './grants'
import { interactionCookie, signInPath } from './interaction-paths'
import { type Length, lengthUntil } from './lengths'
import { notLetIn } from './not-let-in'
import { isOwnComputer } from './own-computer'
import { authorizeUrl, type Params, requestedScopes, resourcesOf } from './params'
import { AlreadyAnswered } from './questions'
import { firstEnd, type Recalled, recall } from './recall'
import { getProvider } from './server'
import { type Site, sessionUid } from './session'

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
  /** How long it may last before the person touches it: no longer than what they allowed before. */
  length: Length
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

export function createInteractions(site: Site, onAllowed: (grantId: string) => Promise<void>) {
  const load = async (uid: string, cookies: string) => {
    // Only the browser that asked may see or answer: the id in the address alone is not enough.
    if (readCookie(cookies, interactionCookie()) !== uid) return null
    const provider = await getProvider(site)
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
      const recalled = await recallFor(viewer, interaction.params)
      const requested = requestedScopes(interaction.params)
      const scopes = toConsentScopes(requested, recalled)
      return {
        uid,
        clientName: nameOf(client),
        ...toOrigin(String(client.client_id), new URL(String(interaction.params.redirect_uri))),
        logoUri: (identityOf(String(client.client_id)) !== 'none' && client.logo_uri) || null,
        scopes: scopes.filter(({ name }) => name !== 'offline_access'),
        length: lengthUntil(firstEnd(requested, recalled)),
        proof: viewer ? proofOf(uid, viewer, scopes) : '',
      }
    },

    /** Where the browser goes next, or null as above, and where the answer is to another page. */
    async decide(decision: Decision): Promise<string | null> {
      const interaction = await load(decision.uid, decision.cookies)
      const client = interaction && (await findClient(String(interaction.params.client_id)))
      if (!interaction || !client) return null
      const asked = interaction.session
      const signedInSince = decision.account.signedInAt >= interaction.iat
      const uid = sessionUid(decision.account.sessionId)
      const { params } = interaction
      const recalled = await recallFor(decision.account, params)
      const scopes = toConsentScopes(requestedScopes(params), recalled)
      const hasSeen = isSame(decision.proof, proofOf(decision.uid, decision.account, scopes))
      // Somebody signed in anew meanwhile: unless they saw the page, the request is theirs to see
      // from its beginning.
      if (asked && asked.uid !== uid && !hasSeen) {
        return authorizeUrl({ ...params, ...(signedInSince && { prompt: undefined }) })
      }
      // The client asked for a fresh sign-in (OpenID Connect Core §3.1.2.1, prompt and max_age).
      if (asked && interaction.prompt.name === 'login' && !signedInSince) {
        return signInPath(interaction)
      }
      if (!hasSeen) return null
      // A second click on the button changes nothing.
      if (interaction.result) return interaction.returnTo
      if (asked) interaction.session = { ...asked, uid, accountId: decision.account.id }
      const isLetIn = await site.isLetIn(decision.account.id)
      const grantId = isLetIn ? await allow(decision, { params, client, scopes }) : null
      interaction.result = grantId
        ? {
            login: { accountId: decision.account.id, ts: decision.account.signedInAt },
            consent: { grantId },
          }
        : { error: 'access_denied', error_description: isLetIn ? saidNo : notLetIn }
      try {
        await interaction.save(interaction.exp - Math.floor(Date.now() / 1000))
        // Who is turned away said neither yes nor no.
        if (isLetIn) answered(interaction.cid, decision.account.id, grantId !== null)
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
    { params, client, scopes }: { params: Params; client: AdapterPayload; scopes: ConsentScope[] },
  ): Promise<string | null> {
    const granted = toGranted(scopes, decision)
    if (granted.length === 0) return null
    return giveGrant(await getProvider(site), {
      accountId: decision.account.id,
      clientId: String(params.client_id),
      clientName: nameOf(client),
      redirectUri: String(params.redirect_uri),
      resources: resourcesOf(params),
      granted,
      declined: scopes.map(({ name }) => name).filter((name) => !granted.includes(name)),
      length: decision.length,
    })
  }
}

const saidNo = 'The person did not allow it'

/** What this person answered before to what is asked now. */
async function recallFor(viewer: Viewer | null, params: Params): Promise<Map<string, Recalled>> {
  const key = { clientId: String(params.client_id), redirectUri: String(params.redirect_uri) }
  return viewer
    ? recall({ ...key, accountId: viewer.id, resources: resourcesOf(params) })
    : new Map()
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

const nameOf = (client: AdapterPayload): string => String(client.client_name ?? client.client_id)
