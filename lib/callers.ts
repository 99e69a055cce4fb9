import type { Said } from '@/lib/attempts/facts'
import { toPlace } from '@/lib/attempts/place'
import { failed, firstCall, sawPlace } from '@/lib/attempts/record'
import { clientAddress } from '@/lib/client-address'
import { PublicError } from '@/lib/errors'
import { isKey, verifyKey } from '@/lib/keys/verify-key'
import { verifyAccessToken, type WrongResource } from '@/lib/oauth/access-token'
import type { Caller } from '@/lib/plugin/operation'

/** Who calls, by their token or key; an app's first call completes its attempt to connect. */
export async function authenticate(
  token: string,
  resource: string,
  request: Request,
): Promise<Caller> {
  if (isKey(token)) return verifyKey(token, clientAddress(request.headers.get('x-forwarded-for')))
  try {
    const caller = await verifyAccessToken(token, [resource])
    firstCall(caller.grantId, () => ({ ...saidBy(request), resource }))
    return caller
  } catch (error) {
    const cause =
      error instanceof PublicError ? (error.cause as WrongResource | undefined) : undefined
    const said = { ...saidBy(request), resource, status: 401, error: 'invalid_token' }
    if (cause?.grantId)
      failed(toPlace(null), cause, [{ step: 'first_call', said }], 'call.wrong_resource')
    throw error
  }
}

type Fetch = (request: Request) => Response | Promise<Response>

/** A 401 to a caller without a token is where a client learns that it must connect. */
export const watchChallenges =
  (handle: Fetch): Fetch =>
  async (request) => {
    const response = await handle(request)
    if (response.status === 401 && !request.headers.has('authorization')) {
      sawPlace(placeOf(request), {
        step: 'challenge',
        said: { ...saidBy(request), status: response.status },
      })
    }
    return response
  }

export const watchDiscovery =
  (handle: Fetch): Fetch =>
  (request) => {
    sawPlace(placeOf(request), { step: 'metadata', said: saidBy(request) })
    return handle(request)
  }

const placeOf = ({ headers }: Request) =>
  toPlace(headers.get('x-forwarded-for'), headers.get('user-agent'))

const saidBy = ({ headers, url }: Request): Said => ({
  path: new URL(url).pathname,
  agent: headers.get('user-agent') ?? undefined,
  accept: headers.get('accept') ?? undefined,
  content_type: headers.get('content-type') ?? undefined,
  protocol: headers.get('mcp-protocol-version') ?? undefined,
})
