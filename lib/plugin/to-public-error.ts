import { PublicError } from '@/lib/errors'
import { log } from '@/lib/log'

/** What may be told of an error. Only a PublicError is; everything else is logged and stays bare. */
export function toPublicError(error: unknown): PublicError {
  const known =
    error instanceof PublicError
      ? error
      : new PublicError('server_error', 'Something went wrong on our side. Try again.', {
          cause: error,
        })
  if (known.code === 'server_error') log.error('operation failed', known.cause)
  return known
}
