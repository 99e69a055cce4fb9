import { pino } from 'pino'
import { type Facts, toPlain } from './log-facts'
import { requestId } from './request-id'

const levelOf = (named = ''): string =>
  named === 'silent' || named in pino.levels.values ? named : 'warn'

const logger = pino(
  {
    level: levelOf(process.env.LOG_LEVEL),
    base: { pid: process.pid },
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => ({ requestId: requestId() }),
  },
  // What a command prints is read by other programs; this is for who runs it.
  { write: (line: string) => void process.stderr.write(line) },
)

// Who read the log may be gone: that ends nothing, and is no event to be logged in turn.
function isUnread(): void {}
const known = process.stderr.listeners('error').some(({ name }) => name === isUnread.name)
if (!known) process.stderr.on('error', isUnread)

/**
 * One JSON line an event, with the id of the request that it belongs to. `event` is a text of ours;
 * of `cause` only what cannot hold a person's words or a secret goes in.
 */
export const log = {
  error(event: string, cause?: unknown, facts?: Facts): void {
    logger.error({ ...facts, cause: toPlain(cause) }, event)
  },
  warn(event: string, cause?: unknown, facts?: Facts): void {
    logger.warn({ ...facts, cause: toPlain(cause) }, event)
  },
  info(event: string, facts?: Facts): void {
    logger.info(facts ?? {}, event)
  },
  says: (level: 'info'): boolean => logger.isLevelEnabled(level),
}
