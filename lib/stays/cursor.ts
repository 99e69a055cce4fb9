import type { z } from 'zod'
import { PublicError } from '@/lib/errors'

const longest = 300

/** Where the next page starts, opaque to its bearer. */
export const toCursor = (position: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url')

/** The position in a cursor that may come from anybody; anything but one of ours is refused. */
export function fromCursor<Position>(cursor: string, Position: z.ZodType<Position>): Position {
  const position = Position.safeParse(cursor.length <= longest ? decode(cursor) : null)
  if (position.success) return position.data
  const message = 'Use a nextCursor from an earlier answer, or none for the first page.'
  throw new PublicError('invalid_request', message, { fields: [{ field: 'cursor', message }] })
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return null
  }
}
