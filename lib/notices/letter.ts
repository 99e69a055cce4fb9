import { env } from '@/lib/env'
import type { Letter } from '@/lib/mail/letter'
import { product } from '@/lib/product'
import { type NoticeKind, wordsOf } from './kinds'

/** A notice as a mail; null where another letter tells it. `about` must be words of ours. */
export function toNoticeLetter(kind: NoticeKind, about: string, at: Date): Letter | null {
  const { mail, link } = wordsOf(kind)
  return (
    mail && {
      subject: mail.subject,
      paragraphs: [mail.says.replace('{}', about)],
      button: { text: link.text, href: env().origin + link.href },
      notes: [
        `It happened to your ${product.name} account on ${moment.format(at)} UTC.`,
        `It was you? Then there is nothing to do. It was not? Undo it at once, and choose a new password: ${env().origin}/reset-password`,
      ],
    }
  )
}

const moment = new Intl.DateTimeFormat('en', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
})
