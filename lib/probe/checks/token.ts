import { dislike } from '../finding'
import { type Json, readJson, type Seen, type Walk } from '../walk'

const request = {
  grant_type: 'authorization_code',
  client_id: 'probe',
  client_secret: 'probe',
  code: 'probe',
  redirect_uri: 'https://probe.invalid/callback',
}

/** The token endpoint turns down a stranger in the words of RFC 6749 §5.2. */
export const refusesForm = async (walk: Walk): Promise<string> =>
  requireRefusal(await walk.postForm('/oauth/token', request))

/** As most plugins of 2023 ask. */
export const refusesJson = async (walk: Walk): Promise<string> =>
  requireRefusal(await walk.post('/oauth/token', request))

function requireRefusal(answer: Seen): string {
  const status = answer.status === 400 ? 400 : 401
  const { error }: Json = readJson('/oauth/token', answer, status)
  if (error !== 'invalid_client') {
    dislike(
      `/oauth/token says ${JSON.stringify(error)?.slice(0, 60)} to an unknown client.`,
      'It must say invalid_client: something between changes the request or its content type.',
    )
  }
  return `An unknown client is answered ${answer.status} invalid_client as JSON.`
}
