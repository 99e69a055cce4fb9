import { db, query } from '@/lib/data/db'
import { log } from '@/lib/log'
import { mailMode } from './mode'
import type { Refusal } from './refusal'

export type MailTrouble = Refusal & { mails: number; since: Date; latestAt: Date }

const server = 'smtp'

/** A mail was given up. What is known of it must not keep anybody from anything. */
export const noteRefused = ({ code, status }: Refusal): Promise<unknown> =>
  query(
    'mail_refused',
    `INSERT INTO "MailTrouble" ("server", "code", "status") VALUES ($1, $2, $3)
     ON CONFLICT ("server") DO UPDATE SET "mails" = "MailTrouble"."mails" + 1, "latestAt" = now(),
       "code" = excluded."code", "status" = excluded."status"`,
    [server, code, status],
  ).catch(told)

export const noteTaken = (): Promise<unknown> =>
  query('mail_taken', 'DELETE FROM "MailTrouble"', []).catch(told)

/** What is wrong with sending mail; null when the last one was taken. */
export const findMailTrouble = async (): Promise<MailTrouble | null> =>
  mailMode() === 'smtp' ? db().mailTrouble.findUnique({ where: { server } }) : null

const told = (error: unknown): void => log.warn('mail trouble not noted', error)
