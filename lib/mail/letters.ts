import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/locales'
import { type Translator, translate } from '@/lib/i18n/translate'
import type { Letter, Writing } from './letter'

/** In the reader's language. `path` is on this site; links lead nowhere else. */
export const writeLetter =
  (locale: Locale, name: LetterName, path = ''): Writing =>
  (product) => ({
    locale,
    ...letters[name](translate(locale, 'letters'), { about: { product }, href: at(path) }),
  })

type Facts = { about: { product: string }; href: string }
type Write = (t: Translator<'letters'>, facts: Facts) => Omit<Letter, 'locale'>

export type LetterName = keyof typeof letters

/** Every mail that this site sends, but for those of lib/notices. */
export const letters = {
  confirmSignUp: (t, { about, href }) => ({
    subject: t('confirmSignUp.subject', about),
    paragraphs: [t('confirmSignUp.text')],
    button: { text: t('confirmSignUp.button'), href },
    notes: [t('lasts.day'), t('confirmSignUp.note')],
  }),
  signUpHasAccount: (t, { about }) => ({
    subject: t('signUpHasAccount.subject', about),
    paragraphs: [t('signUpHasAccount.text')],
    button: { text: t('signUpHasAccount.button'), href: at('/sign-in') },
    notes: [
      t('signUpHasAccount.forgot', { address: at('/reset-password') }),
      t('signUpHasAccount.note'),
    ],
  }),
  verify: (t, { about, href }) => ({
    subject: t('verify.subject'),
    paragraphs: [t('verify.text', about)],
    button: { text: t('verify.button'), href },
    notes: [t('lasts.day'), t('verify.note')],
  }),
  reset: (t, { about, href }) => ({
    subject: t('reset.subject'),
    paragraphs: [t('reset.text', about)],
    button: { text: t('reset.button'), href },
    notes: [t('lasts.hour'), t('reset.note')],
  }),
  signIn: (t, { about, href }) => ({
    subject: t('signIn.subject', about),
    paragraphs: [t('signIn.text')],
    button: { text: t('signIn.button'), href },
    notes: [t('lasts.quarter'), t('signIn.note')],
  }),
  noAccount: (t, { about }) => ({
    subject: t('noAccount.subject', about),
    paragraphs: [t('noAccount.text')],
    button: { text: t('noAccount.button'), href: at('/sign-up') },
    notes: [t('noAccount.note')],
  }),
  leaveAddress: (t, { about, href }) => ({
    subject: t('leaveAddress.subject'),
    paragraphs: [t('leaveAddress.text', about)],
    button: { text: t('leaveAddress.button'), href },
    notes: [t('lasts.day'), t('leaveAddress.note', { address: at('/reset-password') })],
  }),
  takeAddress: (t, { about, href }) => ({
    subject: t('takeAddress.subject'),
    paragraphs: [t('takeAddress.text', about)],
    button: { text: t('takeAddress.button'), href },
    notes: [t('lasts.day'), t('takeAddress.note')],
  }),
  addressTaken: (t, { about }) => ({
    subject: t('addressTaken.subject', about),
    paragraphs: [t('addressTaken.text')],
    notes: [t('addressTaken.note')],
  }),
  invitation: (t, { about, href }) => ({
    subject: t('invitation.subject', about),
    paragraphs: [t('invitation.text', about)],
    button: { text: t('invitation.button'), href },
    notes: [t('invitation.note')],
  }),
  addressChanged: (t, { about }) => ({
    subject: t('addressChanged.subject'),
    paragraphs: [t('addressChanged.text', about)],
    notes: [t('addressChanged.note', { address: at('/support') })],
  }),
  waits: (t, { about, href }) => ({
    subject: t('waits.subject'),
    paragraphs: [t('waits.text', about)],
    button: { text: t('waits.button'), href },
    notes: [
      t('waits.note', { address: at('/account/connections') }),
      t('waits.stop', { address: at('/account/email') }),
    ],
  }),
  passwordChanged: (t, { about }) => ({
    subject: t('passwordChanged.subject'),
    paragraphs: [t('passwordChanged.text', about)],
    notes: [t('passwordChanged.note', { address: at('/reset-password') })],
  }),
} satisfies Record<string, Write>

/** To be a tester, for so many days. */
export const writeTesterInvitation =
  (locale: Locale, days: number, path: string): Writing =>
  (product) => {
    const t = translate(locale, 'letters')
    return {
      locale,
      subject: t('testing.subject', { product }),
      paragraphs: [t('testing.text', { product })],
      button: { text: t('testing.button'), href: at(path) },
      notes: [t('testing.until', { days }), t('testing.note')],
    }
  }

const at = (path: string): string => env().origin + path
