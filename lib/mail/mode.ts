import { env } from '@/lib/env'
import { log } from '@/lib/log'

/**
 * How mail leaves: by SMTP; on this machine, without it, into the outbox page; on a deployed site
 * without it not at all, and then nothing is offered that would need it.
 */
export type MailMode = 'smtp' | 'outbox' | 'none'

let warned = false

export function mailMode(): MailMode {
  const { smtpUrl, local, hasDisk } = env()
  if (smtpUrl) return 'smtp'
  if (local && hasDisk) return 'outbox'
  if (!warned) {
    warned = true
    log.warn(
      'no mail: SMTP_URL is not set. Verifying addresses, forgotten passwords and sign-in by mail are hidden, and FIRST_OPERATOR_EMAIL has no effect.',
    )
  }
  return 'none'
}

export const canMail = (): boolean => mailMode() !== 'none'
