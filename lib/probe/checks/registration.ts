import { Dislike, dislike } from '../finding'
import { type Json, readJson, type Walk } from '../walk'
import { listOf, serverMetadata } from './discovery'

/** Names its client, so that nobody takes it for the host's own. */
const nameOf = ({ nonce }: Walk): string => `Probe ${nonce}`

/** Registers as a host does; the client is removed when the walk is over. */
export async function registerAs(walk: Walk, body: object): Promise<Json> {
  const { registration_endpoint: endpoint } = await serverMetadata(walk)
  if (!endpoint) {
    dislike(
      'No registration_endpoint is named.',
      'Set DYNAMIC_REGISTRATION to on, or register this host by hand.',
    )
  }
  const path = new URL(String(endpoint)).pathname
  const answer = await walk.post(path, { ...body, client_name: nameOf(walk) })
  if (answer.status === 429) {
    throw new Dislike(
      'warn',
      'Too many clients were registered from here.',
      'Probe again in ten minutes.',
    )
  }
  const client = readJson(path, answer, 201)
  const id = String(client.client_id)
  if (!walk.registered.includes(id)) walk.registered.push(id)
  return client
}

/** A host that refreshes is not signed out after an hour. */
export const registers = (body: object) => async (walk: Walk) => {
  const client = await registerAs(walk, body)
  if (!listOf(client.grant_types).includes('refresh_token')) {
    dislike(
      'The client may not refresh its token.',
      'Look at what rewrites the registration between.',
    )
  }
  return 'Registered itself, and was removed again.'
}

export const registersWithSecret = (body: object) => async (walk: Walk) => {
  const client = await registerAs(walk, body)
  if (!client.client_secret) {
    dislike('The client was given no secret.', 'The host needs one: look at what cuts the answer.')
  }
  return 'Registered itself and was given a secret; it was removed again.'
}
