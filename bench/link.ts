import { postForm, send } from './client'
import type { Contender } from './contenders'

export type Client = { id: string; secret: string }

export type Linker = {
  /** authorize → code → token for somebody who is signed in and consented before. */
  link: () => Promise<{ access: string; refresh: string }>
  refresh: (token: string) => Promise<string>
}

const redirectUri = 'https://host.example/callback'
const scope = 'reservations:read reservations:write'

/** Links as a host would, with the cookies of a signed-in browser. */
export function createLinker(
  server: Contender,
  client: Client,
  paths: { authorize: string; token: string },
  cookie: string,
): Linker {
  const secret = { client_id: client.id, client_secret: client.secret }
  const authorize = `${server.origin}${paths.authorize}?${new URLSearchParams({
    response_type: 'code',
    client_id: client.id,
    redirect_uri: redirectUri,
    scope,
    state: 's',
  })}`
  const token = async (form: Record<string, string>) => {
    const answer = await postForm(server.origin + paths.token, { ...secret, ...form })
    if (answer.status !== 200) throw new Error(`token: ${answer.status} ${answer.body}`)
    return JSON.parse(answer.body) as { access_token: string; refresh_token: string }
  }
  return {
    async link() {
      const { location, status } = await send(authorize, { headers: { cookie } })
      const code = location.match(/[?&]code=([^&]+)/)?.[1]
      if (!code) throw new Error(`authorize: ${status} ${location}`)
      const tokens = await token({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
      })
      return { access: tokens.access_token, refresh: tokens.refresh_token }
    },
    async refresh(old) {
      return (await token({ grant_type: 'refresh_token', refresh_token: old })).refresh_token
    },
  }
}

/** Signs in at the bare provider; resolves to its session cookie. */
export async function signInBare(server: Contender, client: Client): Promise<string> {
  const jar = new Map<string, string>()
  let url = `${server.origin}/auth?${new URLSearchParams({
    response_type: 'code',
    client_id: client.id,
    redirect_uri: redirectUri,
    scope,
  })}`
  while (url.startsWith(server.origin)) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await send(url, { headers: { cookie } })
    for (const line of answer.setCookie) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? []
      jar.set(name, value)
    }
    if (!answer.location) throw new Error(`sign-in: ${answer.status} ${answer.body}`)
    url = new URL(answer.location, server.origin).href
  }
  return ['_session', '_session.sig'].map((name) => `${name}=${jar.get(name)}`).join('; ')
}
