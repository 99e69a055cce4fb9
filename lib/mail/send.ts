import { setTimeout } from 'node:timers/promises'
import { OwnError } from '@/lib/errors'
import { getName } from '@/lib/listing/listing'
import { log } from '@/lib/log'
import { outbound } from '@/lib/telemetry/channels'
import { toHtml, toText, type Writing } from './letter'
import { mailMode } from './mode'
import { writeToOutbox } from './outbox'
import { toRefusal, toWords } from './refusal'
import { sendBySmtp } from './smtp'
import { noteRefused, noteTaken } from './trouble'

export type Mail = { to: string; subject: string; text: string; html: string }

const running = new Set<Promise<void>>()

/**
 * Does what leads to a mail behind the answer: neither looking up an account nor the mail server's
 * time may tell who has one.
 */
export function behind(work: () => Promise<unknown>): void {
  const run = work()
    .then(() => {})
    .catch((error) => log.error('mail not sent', error))
    .finally(() => running.delete(run))
  running.add(run)
}

/** When all that was begun until now is done. */
export async function mailsSent(): Promise<void> {
  await Promise.all(running)
}

const pauses = [1000, 5000]

/** Tries three times; throws when the mail server wants none of it. */
export async function send(to: string, write: Writing): Promise<void> {
  const mode = mailMode()
  if (mode === 'none') return
  const name = await getName()
  const letter = write(name)
  const [text, html] = [toText(letter, name), toHtml(letter, name)]
  const mail = { to, subject: letter.subject, text, html }
  if (mode === 'outbox') return writeToOutbox(mail)
  for (const pause of [...pauses, null]) {
    const refusal = await outbound
      .tracePromise(() => sendBySmtp(mail, name), { to: 'mail' })
      .then(() => null, toRefusal)
    if (!refusal) return void (await noteTaken())
    if (refusal.isFinal || pause === null) {
      if (!refusal.isOfRecipient) await noteRefused(refusal)
      throw new OwnError(`The mail server: ${toWords(refusal)}`)
    }
    await setTimeout(pause)
  }
}
