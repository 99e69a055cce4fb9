import type { AdapterPayload } from 'oidc-provider'
import { env, isLoopback } from '@/lib/env'
import { OutboundError } from '@/lib/outbound/errors'
import { type DocumentKind, loadDocument } from './documents'
import { toClientMetadata, toKeySet } from './metadata'
import { parseObject } from './parse-object'
import { ClientRefused } from './refused'

const longestId = 500

/** draft-ietf-oauth-client-id-metadata-document §3: what a client id that is a URL looks like. */
export function isDocumentId(id: string): boolean {
  if (id.length > longestId || !URL.canParse(id)) return false
  const url = new URL(id)
  const isWeb = url.protocol === 'https:' || (env().local && isLocalWeb(url))
  // The written form is the only one: what two readers could read differently is no name.
  const isPlain = url.href === id && !url.username && !url.password && !id.includes('#')
  return isWeb && isPlain && url.pathname !== '/' && url.origin !== env().origin
}

const isLocalWeb = (url: URL): boolean => url.protocol === 'http:' && isLoopback(url.hostname)

/**
 * The client that its metadata document describes. Throws ClientRefused with the reason when the
 * document cannot be had or says what it must not.
 */
export async function findDocumentClient(id: string): Promise<AdapterPayload> {
  try {
    const metadata = readDocument(id, await loadDocument(id, clientDocument))
    return { ...metadata, client_name: metadata.client_name ?? new URL(id).host, client_id: id }
  } catch (error) {
    throw error instanceof OutboundError ? new ClientRefused(error) : error
  }
}

const clientDocument: DocumentKind = {
  name: 'client',
  maxBytes: 10_000,
  freshAtMost: 24 * 3600,
  goodFor: 7 * 24 * 3600,
  staleWhileRenewed: true,
  check: readDocument,
}

function readDocument(id: string, text: string) {
  const said = parseObject(text)
  if (said.client_id !== id) throw new ClientRefused('client_id_differs')
  const method = said.token_endpoint_auth_method ?? 'none'
  // §8.2: there is no way to share a secret with somebody who only publishes a document.
  if ('client_secret' in said || (method !== 'none' && method !== 'private_key_jwt')) {
    throw new ClientRefused('auth_method_refused')
  }
  return toClientMetadata({ ...said, token_endpoint_auth_method: method })
}

/** The keys of a client that signs, as oidc-provider asks for them. */
export async function fetchKeys(url: string): Promise<Response> {
  const { keys } = toKeySet(parseObject(await loadDocument(url, keySet)))
  return new Response(JSON.stringify({ keys }), {
    headers: { 'content-type': 'application/json', 'cache-control': 'max-age=60' },
  })
}

const keySet: DocumentKind = {
  name: 'keys',
  maxBytes: 64_000,
  freshAtMost: 600,
  // A key that was withdrawn must not stay good for long.
  goodFor: 12 * 3600,
  staleWhileRenewed: false,
  check(_url, text) {
    toKeySet(parseObject(text))
  },
}
