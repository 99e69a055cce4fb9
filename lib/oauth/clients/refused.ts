import { errors } from 'oidc-provider'
import type { OutboundError, OutboundReason } from '@/lib/outbound/errors'

const texts = {
  not_an_object: 'What the app says of itself must be a JSON object.',
  redirect_uris_missing: 'redirect_uris must name at least one address.',
  redirect_uri_refused:
    'Each of redirect_uris must be https, http on localhost, or a scheme of the app’s own, without a fragment.',
  auth_method_refused:
    'A client that publishes its metadata proves itself by none or private_key_jwt, never by a secret.',
  metadata_refused: 'What the app says of itself contradicts itself.',
  client_id_differs: 'client_id in the document must be the very address of the document.',
  not_listed: 'This site lets in only the apps that its operator has listed.',
  suspended: 'The operator of this site has suspended this app.',
} as const

export type Refusal = keyof typeof texts | OutboundReason

/** Why a client is not let in. Told as RFC 7591 §3.2.2 has it; `reason` is stable. */
export class ClientRefused extends errors.InvalidClientMetadata {
  readonly reason: Refusal
  /** One sentence of ours, for the client and the person. */
  readonly told: string
  /** How the document could not be fetched, where that is why. */
  readonly outbound: OutboundError | null

  constructor(reason: keyof typeof texts | OutboundError) {
    const isOutbound = typeof reason === 'object'
    const told = isOutbound ? `The document under the client_id: ${reason.message}` : texts[reason]
    super(told)
    this.told = told
    this.reason = isOutbound ? reason.reason : reason
    this.outbound = isOutbound ? reason : null
    if (this.reason.startsWith('redirect_uri')) this.error = 'invalid_redirect_uri'
    // Not invalid_client or invalid_grant: a host would throw away what works again afterwards.
    if (this.reason === 'suspended') this.message = this.error = 'unauthorized_client'
  }
}
