import { OwnError } from './errors'

/** Names and figures of ours: an event's own, never a word that came from outside. */
export type Facts = Record<string, string | number | boolean | null | undefined>

/** Identifiers that Postgres and Prisma give with an error: they name our own tables. */
const identifiers = ['table', 'column', 'constraint', 'routine', 'syscall'] as const

/**
 * An error as it may be kept. Libraries put what they were given into their messages: values of a
 * statement, an address, a whole token. So a message is kept only where the error's class says that
 * the text is ours; of any other, the kind, the code and the lines of code it came through.
 */
export function toPlain(cause: unknown, depth = 0): unknown {
  if (cause === undefined || cause === null) return undefined
  if (!(cause instanceof Error)) return { name: `thrown ${typeof cause}` }
  const fields = cause as unknown as Record<string, unknown>
  return {
    name: named(cause.name) ?? 'Error',
    ...(cause instanceof OwnError && { message: cause.message }),
    code: coded(fields.code) ?? coded(fields.error),
    ...Object.fromEntries(identifiers.map((name) => [name, named(fields[name])])),
    stack: framesOf(cause),
    ...(depth < 5 && { cause: toPlain(cause.cause, depth + 1) }),
  }
}

const named = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Za-z_]\w{0,60}$/.test(value) ? value : undefined

// ECONNREFUSED, ERR_INVALID_URL, P2002, 23505, invalid_grant. Tokens mix what these do not.
const coded = (value: unknown): string | undefined =>
  typeof value === 'string' &&
  /^(?:[A-Z][A-Z_]{1,40}|P\d{4}|[0-9A-Z]{5}|[a-z]+(?:_[a-z]+){0,4})$/.test(value)
    ? value
    : undefined

const frame = /^ {4}at (?:[\w.<>[\]# ]+ \()?(?:file:\/\/|node:|\/|[A-Z]:\\)[^\s?]*:\d+:\d+\)?$/
const mostFrames = 12

/** The lines below the message; a message of several lines must not pass for them. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = message ? stack.indexOf(message) : 0
  const below = start === -1 ? '' : stack.slice(start + message.length)
  return below
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, mostFrames)
    .map((line) => line.trim().slice(3))
}
