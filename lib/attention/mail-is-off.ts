import { mailMode } from '@/lib/mail/mode'
import type { Check } from './attention'

export const mailIsOff: Check = async () => {
  if (mailMode() !== 'none') return null
  return {
    what: 'Nobody can reset a password',
    why: 'No mail server is set, so nothing that needs mail is offered. Set SMTP_URL and start again.',
    href: '/admin/settings',
    button: 'See settings',
  }
}
