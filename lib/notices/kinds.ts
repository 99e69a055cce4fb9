/** `{}` stands for what the notice is about. */
type Words = {
  says: string
  link: { text: string; href: string }
}

const security = { text: 'Check how you sign in', href: '/account/security' }

/** What a person must hear about, in the words of the account page; the mail's are in letters.json. */
export const noticeKinds = {
  app_connected: {
    says: '{} was connected',
    link: { text: 'Check your apps', href: '/account/connections' },
  },
  connection_stopped: {
    says: '{} was stopped, because its access was used twice',
    link: { text: 'Check your apps', href: '/account/connections' },
  },
  password_changed: {
    says: 'Your password was changed',
    link: { text: 'Choose another one', href: '/reset-password' },
  },
  email_changed: {
    says: 'Your email address was changed',
    link: { text: 'Tell us', href: '/support' },
  },
  two_step_on: {
    says: 'Two-step sign-in was turned on',
    link: security,
  },
  two_step_off: {
    says: 'Two-step sign-in was turned off',
    link: security,
  },
  passkey_added: {
    says: 'The passkey {} was added',
    link: security,
  },
  passkey_removed: {
    says: 'The passkey {} was removed',
    link: security,
  },
  recovery_codes_made: {
    says: 'New recovery codes were made',
    link: security,
  },
  recovery_code_used: {
    says: 'A recovery code was used to sign in',
    link: security,
  },
  key_made: {
    says: 'The key {} was made',
    link: { text: 'End that key', href: '/account/keys' },
  },
  signed_in: {
    says: 'Somebody signed in with {}, for the first time',
    link: { text: 'Sign that browser out', href: '/account/sessions' },
  },
  deletion_scheduled: {
    says: 'You asked to delete your account',
    link: { text: 'Decide anew', href: '/account/data' },
  },
  deletion_kept: {
    says: 'Your account stays',
    link: { text: 'Decide anew', href: '/account/data' },
  },
} satisfies Record<string, Words>

export type NoticeKind = keyof typeof noticeKinds

/** Told by a letter of lib/people. */
const otherwiseMailed = ['password_changed', 'email_changed'] as const

export type MailedKind = Exclude<NoticeKind, (typeof otherwiseMailed)[number]>

export const isMailed = (kind: NoticeKind): kind is MailedKind =>
  !otherwiseMailed.some((one) => one === kind)

export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(noticeKinds, kind)

export const wordsOf = (kind: NoticeKind): Words => noticeKinds[kind]
