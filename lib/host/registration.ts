import { randomBytes } from 'node:crypto'
import { playgroundCallback } from '@/lib/playground-callback'

/** What the playground got so that it may call, or ask people to link. Holds secrets. */
export type Registration =
  | { type: 'none' }
  | { type: 'key'; key: string }
  | {
      type: 'client'
      /** Pasted by the tester, published under its id as a URL, or registered a moment ago. */
      by: 'given' | 'document' | 'dynamic'
      clientId: string
      clientSecret: string | null
      tokenAuth: 'post' | 'basic' | 'none'
      /** What was typed in an Action's form instead of what the document says. */
      typed: { authorizeUrl: string; tokenUrl: string; scope: string } | null
    }

/** What a host shows its developer to put into the manifest: 32 hex digits (hosts.md §1.3). */
export const newVerificationToken = (): string => randomBytes(16).toString('hex')

/** Where people come back to, and where the playground's client document stands. */
export const callbackUrl = playgroundCallback
export const clientDocumentUrl = (origin: string): string => `${origin}/playground/client.json`

/** The playground as a client, as its document at `clientDocumentUrl` says it (draft-ietf-oauth-client-id-metadata-document). */
export const toClientDocument = (origin: string): Record<string, unknown> => ({
  client_id: clientDocumentUrl(origin),
  ...toClientMetadata(origin),
})

export const toClientMetadata = (origin: string) => ({
  client_name: 'Playground',
  client_uri: `${origin}/playground`,
  redirect_uris: [callbackUrl(origin)],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
})
