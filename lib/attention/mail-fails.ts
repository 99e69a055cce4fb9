import { toWords } from '@/lib/mail/refusal'
import { findMailTrouble } from '@/lib/mail/trouble'
import type { Check } from './attention'

export const mailFails: Check = async () => {
  const trouble = await findMailTrouble()
  if (!trouble) return null
  const { mails, since } = trouble
  const many = mails === 1 ? 'A mail was given up at' : `${mails} mails were given up since`
  const from = since.toISOString().slice(0, 16).replace('T', ' ')
  return {
    what: 'Mail is not sent',
    why: `${many} ${from} UTC. The mail server: ${toWords(trouble)}. Mend it, then send yourself a test mail.`,
    href: '/admin/settings#mail',
    button: 'Send a test mail',
    isUrgent: true,
  }
}
