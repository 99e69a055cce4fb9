import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/locales'
import { formatterOf, translate } from '@/lib/i18n/translate'
import type { Writing } from '@/lib/mail/letter'
import { hrefOf, isByOthers, type MailedKind } from './kinds'

type About = { kind: MailedKind; at: Date; locale: Locale; about?: string }

/** A notice as a mail in its reader's language; `about` must be words of ours. */
export const toNoticeLetter =
  ({ kind, at, locale, about }: About): Writing =>
  (product) => {
    const t = translate(locale, 'letters')
    const { origin } = env()
    const date = formatterOf(locale).dateTime(at, { dateStyle: 'long', timeStyle: 'short' })
    return {
      locale,
      subject: t(`notice.${kind}.subject`),
      paragraphs: [t(`notice.${kind}.text`, { about: about ?? t('notice.anApp') })],
      button: { text: t(`notice.${kind}.button`), href: origin + hrefOf(kind) },
      notes: [
        t('notice.when', { product, date }),
        ...(isByOthers(kind) ? [] : [t('notice.undo', { address: `${origin}/reset-password` })]),
      ],
    }
  }
