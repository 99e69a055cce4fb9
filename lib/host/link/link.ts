import { OutboundError } from '@/lib/outbound/errors'
import { randomToken, sha256 } from '@/lib/secrets'
import type { Acting } from '../install'
import type { OAuth } from '../installation'
import type { Registration } from '../registration'
import { check, type Step } from '../wire'
import { type LinkFailure, linkFailure, saidIn, unreachable } from './failure'
import { askForTokens } from './token-request'
import { readTokens, type Tokens } from './tokens'

/** What the host remembers until the person comes back. Holds a secret. */
export type Pending = {
  state: string
  verifier: string | null
  redirectUri: string
  /** ISO 8601. */
  at: string
}

type Client = Extract<Registration, { type: 'client' }>

/** The address that the person's browser is sent to, built as this host builds it. */
export function startLink(
  auth: OAuth,
  client: Client,
  redirectUri: string,
  { profile, wire }: Acting,
): { url: string; pending: Pending } {
  const { pkce, resource } = profile.linking
  const state = randomToken()
  const verifier = pkce ? randomToken() : null
  const url = new URL(auth.authorizeUrl)
  const parameters = {
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: redirectUri,
    // Present also when it is empty, as captured.
    scope: auth.scope,
    state,
    ...(verifier !== null && { code_challenge: sha256(verifier), code_challenge_method: 'S256' }),
    ...(resource && auth.server && { resource: auth.server.resource }),
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  wire.note({ title: 'Send the person to the plugin', kind: 'link' }, url.href)
  return { url: url.href, pending: { state, verifier, redirectUri, at: new Date().toISOString() } }
}

/** Takes the answer that the browser brought, checks it as this host does, and fetches tokens. */
export async function finishLink(
  { auth, client, pending }: { auth: OAuth; client: Client; pending: Pending },
  callback: URL,
  acting: Acting,
): Promise<Tokens | LinkFailure> {
  const { wire } = acting
  const code = callback.searchParams.get('code')
  wire.mask.hide(code)
  const step = wire.note({ title: 'The person comes back', kind: 'link' }, callback.href)
  const failure = checkCallback(step, callback, { auth, pending, iss: acting.profile.linking.iss })
  if (failure !== null) return failure
  if (code === null) return linkFailure('no_code')
  const grant = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: pending.redirectUri,
    ...(pending.verifier !== null && { code_verifier: pending.verifier }),
  }
  try {
    const heard = await askForTokens(
      'Exchange the code for tokens',
      grant,
      { auth, client },
      acting,
    )
    const tokens = readTokens(heard, null)
    wire.mask.hide(tokens?.access)
    wire.mask.hide(tokens?.refresh)
    return tokens ?? linkFailure('exchange_refused', saidIn(heard.text))
  } catch (error) {
    if (error instanceof OutboundError) return unreachable(error.reason)
    throw error
  }
}

function checkCallback(
  step: Step,
  { searchParams }: URL,
  { auth, pending, iss }: { auth: OAuth; pending: Pending; iss: 'ignored' | 'checked' },
): LinkFailure | null {
  const isSame = searchParams.get('state') === pending.state
  if (!check(step, 'state is the one that was sent', isSame, 'RFC 6749 §10.12')) {
    return linkFailure('state_differs')
  }
  const said = searchParams.get('iss')
  if (isOurs(said, pending) && originOf(auth.tokenUrl) !== said) {
    check(step, 'a code of this very site is for its own plugin', false, 'RFC 9700 §4.4')
    return linkFailure('issuer_differs', said)
  }
  if (iss === 'checked' && auth.server !== null) {
    const isRight = said === null ? !auth.server.sendsIss : said === auth.server.issuer
    if (!check(step, 'iss is the issuer, to the letter', isRight, 'RFC 9207 §2.4')) {
      return linkFailure('issuer_differs', said)
    }
  }
  const error = searchParams.get('error')
  if (error === null) return null
  const description = searchParams.get('error_description')
  return linkFailure('refused', description === null ? error : `${error}: ${description}`)
}

/**
 * Whether the answer was given by this very site. All plugins come back to one address: a stranger's
 * could send the person here in its name, and would be handed the code, where its host ignores `iss`.
 */
const isOurs = (said: string | null, { redirectUri }: Pending): said is string =>
  said !== null && said === originOf(redirectUri)

const originOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null)
