/** One JSON line an event. Nothing that a person wrote and no secret goes in. */
export const log = {
  error(event: string, cause?: unknown): void {
    console.error(JSON.stringify({ level: 'error', event, cause: toPlain(cause) }))
  },
  warn(event: string, cause?: unknown): void {
    console.warn(JSON.stringify({ level: 'warn', event, cause: toPlain(cause) }))
  },
}

function toPlain(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause === undefined ? undefined : String(cause)
  return {
    name: cause.name,
    message: cause.message,
    stack: cause.stack,
    cause: toPlain(cause.cause),
  }
}
