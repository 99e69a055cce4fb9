const security = '/account/security'

/** What a person must hear about, and where they look into it; its words are messages. */
const hrefs = {
  app_connected: '/account/connections',
  connection_stopped: '/account/connections',
  password_changed: '/reset-password',
  email_changed: '/support',
  two_step_on: security,
  two_step_off: security,
  passkey_added: security,
  passkey_removed: security,
  recovery_codes_made: security,
  recovery_code_used: security,
  key_made: '/account/keys',
  signed_in: '/account/sessions',
  deletion_scheduled: '/account/data',
  deletion_kept: '/account/data',
  tester_added: '/connect',
  tester_removed: '/account/connections',
  access_refused: '/account',
  reservation_cancelled: '/support',
} as const

export type NoticeKind = keyof typeof hrefs

export const noticeKinds = Object.keys(hrefs) as NoticeKind[]

const others = [
  'tester_added',
  'tester_removed',
  'access_refused',
  'reservation_cancelled',
] as const

/** What others decided about the person: nobody could have done it in their name. */
export const isByOthers = (kind: NoticeKind): boolean => others.some((one) => one === kind)

/** Told by a letter of lib/people. */
const otherwiseMailed = ['password_changed', 'email_changed'] as const

export type MailedKind = Exclude<NoticeKind, (typeof otherwiseMailed)[number]>

export const isMailed = (kind: NoticeKind): kind is MailedKind =>
  !otherwiseMailed.some((one) => one === kind)

export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(hrefs, kind)

export const hrefOf = (kind: NoticeKind): string => hrefs[kind]
