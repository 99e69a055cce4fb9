const statusOf = {
  invalid_request: 400,
  invalid_token: 401,
  insufficient_scope: 403,
  not_let_in: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  in_progress: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  idempotency_mismatch: 422,
  too_many_requests: 429,
  server_error: 500,
  timeout: 504,
} as const

export type ErrorCode = keyof typeof statusOf

export const statusOfCode = (code: ErrorCode): number => statusOf[code]

/** One wrong field of an input: `field` is its name, `message` says what to do about it. */
export type FieldError = { field: string; message: string }

/** An error whose text is ours and holds nothing that came from outside: it may stand in the log. */
export class OwnError extends Error {}

/** Thrown with one line that says what to set in the environment; never with a value. */
export class EnvError extends OwnError {}

/**
 * The only error whose text may be told to a caller; everything else is logged and answered
 * with a bare `server_error`. `code` is stable: callers switch on it, never on the message.
 */
export class PublicError extends Error {
  readonly code: ErrorCode
  readonly fields: FieldError[] | undefined
  /** Seconds until it is worth trying again. */
  readonly retryAfter: number | undefined

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; fields?: FieldError[]; retryAfter?: number } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'PublicError'
    this.code = code
    this.fields = options.fields
    this.retryAfter = options.retryAfter
  }
}
