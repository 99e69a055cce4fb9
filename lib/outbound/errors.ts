import { OwnError } from '@/lib/errors'

const messages = {
  bad_url: 'The address is not a plain https address that this server fetches.',
  blocked_address: 'The address does not lead to the public internet.',
  dns: 'The name of the host could not be resolved.',
  timeout: 'The document did not arrive in time.',
  too_large: 'The document is larger than this server accepts.',
  redirect: 'The address redirects, which this server does not follow.',
  status: 'The address answered with another status than 200.',
  tls: 'No trusted TLS connection to the host could be made.',
  network: 'The connection to the host failed.',
  content_type: 'The document is not of the expected type, or not UTF-8 text.',
  busy: 'This server is fetching too many documents at the moment.',
} as const

export type OutboundReason = keyof typeof messages

/**
 * Why a document could not be fetched. `reason` is stable: callers switch on it. The message is
 * ours and holds nothing that the other side sent; `cause` is never set, because the errors of
 * Node's parser and TLS carry bytes and names of the other side.
 */
export class OutboundError extends OwnError {
  readonly reason: OutboundReason
  /** The HTTP status, for the reasons `status` and `redirect`. */
  readonly status: number | undefined
  /** Node's own code (`ECONNREFUSED`, `CERT_HAS_EXPIRED`, …), for the log. */
  readonly code: string | undefined

  constructor(reason: OutboundReason, details: { status?: number; code?: string } = {}) {
    super(messages[reason])
    this.name = 'OutboundError'
    this.reason = reason
    this.status = details.status
    this.code = details.code
  }
}

/** What Node threw, told as one of ours; `reason` is what it means where it was thrown. */
export function toOutboundError(error: unknown, reason: OutboundReason): OutboundError {
  if (error instanceof OutboundError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  return new OutboundError(code === 'HPE_HEADER_OVERFLOW' ? 'too_large' : reason, { code })
}
