import { OutboundError } from '@/lib/outbound/errors'
import type { Acting } from './install'
import { fetchForInstall } from './install/fetching'
import { parseDocument } from './install/parse-document'
import type { Auth, Installation, OAuth } from './installation'
import { isObject, ownObject, ownText, parseJson } from './json'
import { clientDocumentUrl, type Registration, toClientMetadata } from './registration'
import { check } from './wire'

/**
 * How this host would show the plugin who it is, without asking the tester for anything; null when
 * somebody must paste a client or a key. `origin` is the playground's own.
 */
export async function registerAlone(
  auth: Auth,
  origin: string,
  acting: Acting,
): Promise<Registration | null> {
  if (auth.type === 'none') return { type: 'none' }
  if (auth.type !== 'oauth' || auth.server === null) return null
  const { identities } = acting.profile.linking
  // Such a document has an https address with a path; on localhost there is none.
  const mayPublish = identities.includes('document') && origin.startsWith('https:')
  // The document names no way to prove who it is but PKCE.
  if (mayPublish && auth.server.takesDocuments && auth.server.tokenAuthMethods.includes('none')) {
    return client('document', clientDocumentUrl(origin), null)
  }
  const mayRegister = identities.includes('dynamic') && auth.server.registrationUrl !== null
  if (!mayRegister) return null
  return registerDynamically(auth, origin, acting).catch((error) => {
    if (error instanceof OutboundError) return null
    throw error
  })
}

/** RFC 7591; null when the server refuses. Throws OutboundErrors. The step says what it answered. */
async function registerDynamically(
  { server }: OAuth,
  origin: string,
  { wire, profile }: Acting,
): Promise<Registration | null> {
  const { needsSecret, timeoutMs } = profile.linking
  const heard = await wire.send(
    { title: 'Register as a client', kind: 'link' },
    {
      method: 'POST',
      url: server?.registrationUrl ?? '',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'user-agent': profile.fetching.userAgent,
      },
      body: JSON.stringify({
        ...toClientMetadata(origin),
        ...(needsSecret && { token_endpoint_auth_method: 'client_secret_post' }),
      }),
    },
    { timeoutMs, maxBytes: 100_000 },
  )
  const answer = parseJson(heard.text)
  const clientId = ownText(answer, 'client_id')
  const secret = ownText(answer, 'client_secret')
  wire.mask.hide(secret)
  const isMade = heard.status === 201 || heard.status === 200
  if (
    !check(
      heard.step,
      'answers 201 with a client_id',
      isMade && clientId !== null,
      'RFC 7591 §3.2.1',
    )
  ) {
    return null
  }
  return client('dynamic', clientId ?? '', secret)
}

const client = (
  by: 'document' | 'dynamic',
  clientId: string,
  secret: string | null,
): Registration => ({
  type: 'client',
  by,
  clientId,
  clientSecret: secret,
  tokenAuth: secret === null ? 'none' : 'post',
  typed: null,
})

/** Whether the manifest carries the token that the host has shown (hosts.md §1.3). */
export async function verifyToken(
  { address }: Installation,
  token: string,
  acting: Acting,
): Promise<boolean> {
  const { text } = await fetchForInstall(
    `${address}/.well-known/ai-plugin.json`,
    { title: 'Verify the token', accept: '*/*', maxBytes: 100_000 },
    acting,
  )
  const json = parseDocument(text, 'the manifest', acting.report, { yaml: false })
  const tokens = ownObject(ownObject(json, 'auth'), 'verification_tokens')
  const isThere = isObject(tokens) && ownText(tokens, 'openai') === token
  if (!isThere)
    acting.report.note('verification_token', { where: 'auth.verification_tokens.openai' })
  const step = acting.wire.steps.at(-1)
  return step
    ? check(step, 'verification_tokens.openai is the token shown', isThere, '§1.3')
    : isThere
}

/**
 * The endpoints that people and codes are sent to: what was typed, else what the plugin says. Null where
 * a browser could not be sent there.
 */
export function endpointsOf(auth: Auth, registration: Registration): OAuth | null {
  const endpoints = chosen(auth, registration)
  const isWeb = /^https?:\/\//i.test(endpoints?.authorizeUrl ?? '')
  return endpoints && isWeb && URL.canParse(endpoints.authorizeUrl) ? endpoints : null
}

function chosen(auth: Auth, registration: Registration): OAuth | null {
  const typed = registration.type === 'client' ? registration.typed : null
  if (auth.type === 'oauth') return typed === null ? auth : { ...auth, ...typed }
  if (typed === null) return null
  return {
    type: 'oauth',
    ...typed,
    tokenContentType: 'application/x-www-form-urlencoded',
    verificationToken: null,
    server: null,
  }
}
