import { OutboundError } from '@/lib/outbound/errors'
import type { Acting } from '../install'
import { check } from '../wire'
import { askForTokens, type Linked } from './token-request'
import { readTokens, type Tokens } from './tokens'

/** `refused`: the person must link again. `unreachable`: the old ones may be good for another try. */
export type Renewed = Tokens | 'refused' | 'unreachable'

/** New tokens for old. */
export async function renewTokens(
  linked: Linked,
  tokens: Tokens,
  acting: Acting,
): Promise<Renewed> {
  if (tokens.refresh === null) return 'refused'
  const grant = { grant_type: 'refresh_token', refresh_token: tokens.refresh }
  try {
    const heard = await askForTokens('Refresh the token', grant, linked, acting)
    const renewed = readTokens(heard, tokens)
    acting.wire.mask.hide(renewed?.access)
    acting.wire.mask.hide(renewed?.refresh)
    // RFC 6749 §5.2: what is no 4xx says nothing about the token.
    return renewed ?? (heard.status >= 500 || heard.status === 429 ? 'unreachable' : 'refused')
  } catch (error) {
    if (error instanceof OutboundError) return 'unreachable'
    throw error
  }
}

export const isExpired = ({ expiresAt }: Tokens): boolean =>
  expiresAt !== null && Date.parse(expiresAt) <= Date.now()

/** RFC 7009, where the host does that; the tokens are forgotten whatever comes of it. */
export async function revokeTokens(
  { auth, client }: Linked,
  tokens: Tokens,
  { wire, profile }: Acting,
): Promise<void> {
  const url = auth.server?.revocationUrl
  if (!profile.linking.revokes || !url) {
    const says = 'this host calls no revocation endpoint: the plugin is not told'
    wire.note({ title: 'Forget the tokens', kind: 'link' }, auth.tokenUrl, [
      { says, passed: true, fact: profile.linking.fact },
    ])
    return
  }
  const token = tokens.refresh ?? tokens.access
  wire.mask.hide(token)
  wire.mask.hide(client.clientSecret)
  const body = new URLSearchParams({
    token,
    client_id: client.clientId,
    ...(client.clientSecret !== null && { client_secret: client.clientSecret }),
  })
  try {
    const { step, status } = await wire.send(
      { title: 'Revoke the token', kind: 'link' },
      {
        method: 'POST',
        url,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'user-agent': profile.calling.userAgent,
        },
        body: body.toString(),
      },
      { timeoutMs: profile.linking.timeoutMs, maxBytes: 100_000 },
    )
    check(step, 'answers 200', status === 200, 'RFC 7009 §2.2')
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
  }
}
