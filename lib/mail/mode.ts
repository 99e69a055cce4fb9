import { env } from '@/lib/env'
import { log } from '@/lib/log'

/**
 * How mail leaves: by SMTP; on this machine, without it, into the outbox page; on a deployed site
 * without it not at all, and then nothing is offered that would need it.
 */
export type MailMode = 'smtp' | 'outbox' | 'none'

let warned = false

export function mailMode(): MailMode {
  const { smtpUrl, local, hasDisk, firstOperatorEmail, providers } = env()
  if (smtpUrl) return 'smtp'
  if (local && hasDisk) return 'outbox'
  if (!warned) {
    warned = true
    // Google and the like prove an address too.
    const operator = firstOperatorEmail && providers.length === 0
    log.warn(
      `no mail: SMTP_URL is not set. Verifying addresses, forgotten passwords and sign-in by mail are hidden${operator ? ', and FIRST_OPERATOR_EMAIL has no effect' : ''}.`,
    )
  }
  return 'none'
}

export const canMail = (): boolean => mailMode() !== 'none'
