import { mcpResource, resourceMetadataUrl } from '@/lib/resources'
import { dislike } from '../finding'
import type { Seen, Walk } from '../walk'

const page = 'http://localhost:6274'

/** A client in a page may read this only when the answer says so. */
export const readsFromPages = async (walk: Walk): Promise<string> => {
  const resource = new URL(resourceMetadataUrl(mcpResource(walk.origin))).pathname
  const paths = [resource, '/.well-known/oauth-authorization-server']
  for (const path of paths) allows(path, await walk.ask(path, { headers: { origin: page } }))
  return 'Pages may read both discovery documents.'
}

/** The preflight of what such a client sends. */
export const sendsFromPages = async (walk: Walk): Promise<string> => {
  for (const path of ['/oauth/token', '/oauth/register', '/mcp']) {
    const headers = {
      origin: page,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    }
    const answer = await walk.ask(path, { method: 'OPTIONS', headers })
    if (answer.status >= 300) {
      dislike(`OPTIONS ${path} answers ${answer.status}.`, 'Let OPTIONS through to this site.')
    }
    allows(`OPTIONS ${path}`, answer)
  }
  return 'Pages may ask for a token, register and call /mcp.'
}

/** The 401 itself, whose header says where to sign in. */
export const readsTheChallenge = async (walk: Walk): Promise<string> => {
  const body = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
  const answer = await walk.post('/mcp', body, { origin: page })
  allows('/mcp', answer)
  const exposed = (answer.headers['access-control-expose-headers'] ?? '').toLowerCase()
  if (!exposed.includes('www-authenticate')) {
    dislike(
      '/mcp does not expose WWW-Authenticate to pages.',
      'Let Access-Control-Expose-Headers through as it is.',
    )
  }
  return 'Pages may read the challenge.'
}

function allows(what: string, { headers }: Seen): void {
  const allowed = headers['access-control-allow-origin']
  if (allowed === '*' || allowed === page) return
  dislike(
    allowed
      ? `${what} allows ${allowed.slice(0, 100)} only.`
      : `${what} has no Access-Control-Allow-Origin.`,
    'This site sends it: a proxy between takes it away or sets its own.',
  )
}
