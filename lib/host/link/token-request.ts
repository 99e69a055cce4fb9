import type { Acting } from '../install'
import type { OAuth } from '../installation'
import type { Registration } from '../registration'
import type { Heard } from '../wire'

export type Linked = { auth: OAuth; client: Extract<Registration, { type: 'client' }> }

/** A request to the token endpoint in the form that this plugin and this host agreed on. */
export async function askForTokens(
  title: string,
  grant: Record<string, string>,
  { auth, client }: Linked,
  { wire, profile }: Acting,
): Promise<Heard> {
  const { resource, timeoutMs } = profile.linking
  const inBody = client.tokenAuth !== 'basic'
  const parameters = {
    ...grant,
    ...(inBody && { client_id: client.clientId }),
    ...(client.tokenAuth === 'post' && { client_secret: client.clientSecret ?? '' }),
    ...(resource && auth.server && { resource: auth.server.resource }),
  }
  for (const name of ['code', 'code_verifier', 'refresh_token']) wire.mask.hide(grant[name])
  wire.mask.hide(client.clientSecret)
  return wire.send(
    { title, kind: 'link' },
    {
      method: 'POST',
      url: auth.tokenUrl,
      headers: {
        accept: 'application/json',
        'content-type': auth.tokenContentType,
        'user-agent': profile.calling.userAgent,
        ...(!inBody && { authorization: basic(client.clientId, client.clientSecret ?? '') }),
      },
      body:
        auth.tokenContentType === 'application/json'
          ? JSON.stringify(parameters)
          : new URLSearchParams(parameters).toString(),
    },
    { timeoutMs, maxBytes: 100_000 },
  )
}

// RFC 6749 §2.3.1: both are form-encoded first.
function basic(id: string, secret: string): string {
  const encoded = (text: string) => new URLSearchParams({ '': text }).toString().slice(1)
  return `Basic ${Buffer.from(`${encoded(id)}:${encoded(secret)}`).toString('base64')}`
}
