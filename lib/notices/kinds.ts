/** `{}` stands for what the notice is about. `mail` is null where a letter of its own is sent. */
type Words = {
  mail: { subject: string; says: string } | null
  link: { text: string; href: string }
}

const security = { text: 'Check how you sign in', href: '/account/security' }

/** What a person must hear about, in the words of the mail; those of the account page are messages. */
export const noticeKinds = {
  app_connected: {
    mail: {
      subject: 'A new app is connected to your account',
      says: '{} was connected to your account and can act for you.',
    },
    link: { text: 'Check your apps', href: '/account/connections' },
  },
  connection_stopped: {
    mail: {
      subject: 'A connection was stopped',
      says: 'Somebody used an old copy of the access of an app that you connected. To be safe, we stopped it. If you still use that app, connect it anew.',
    },
    link: { text: 'Check your apps', href: '/account/connections' },
  },
  password_changed: {
    mail: null,
    link: { text: 'Choose another one', href: '/reset-password' },
  },
  email_changed: {
    mail: null,
    link: { text: 'Tell us', href: '/support' },
  },
  two_step_on: {
    mail: {
      subject: 'Two-step sign-in was turned on',
      says: 'From now on, your password alone signs nobody in.',
    },
    link: security,
  },
  two_step_off: {
    mail: {
      subject: 'Two-step sign-in was turned off',
      says: 'From now on, your password alone signs in to your account.',
    },
    link: security,
  },
  passkey_added: {
    mail: { subject: 'A passkey was added', says: 'Whoever has it can sign in to your account.' },
    link: security,
  },
  passkey_removed: {
    mail: { subject: 'A passkey was removed', says: 'It signs nobody in any more.' },
    link: security,
  },
  recovery_codes_made: {
    mail: {
      subject: 'New recovery codes were made',
      says: 'The codes that you had before stopped working.',
    },
    link: security,
  },
  recovery_code_used: {
    mail: {
      subject: 'A recovery code was used',
      says: 'Somebody signed in to your account with one of your recovery codes.',
    },
    link: security,
  },
  key_made: {
    mail: {
      subject: 'A key to your account was made',
      says: 'Whoever has this key can act for you.',
    },
    link: { text: 'End that key', href: '/account/keys' },
  },
  signed_in: {
    mail: {
      subject: 'A sign-in from a new browser',
      says: 'Somebody signed in to your account with {}, in a browser that we have not seen before.',
    },
    link: { text: 'Sign that browser out', href: '/account/sessions' },
  },
  deletion_scheduled: {
    mail: {
      subject: 'Your account will be deleted',
      says: 'Every app is disconnected, and in 7 days your account is gone. Until then you can sign in and keep it.',
    },
    link: { text: 'Decide anew', href: '/account/data' },
  },
  deletion_kept: {
    mail: {
      subject: 'Your account stays',
      says: 'It will not be deleted. Apps have to be connected anew.',
    },
    link: { text: 'Decide anew', href: '/account/data' },
  },
} satisfies Record<string, Words>

export type NoticeKind = keyof typeof noticeKinds

export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(noticeKinds, kind)

export const wordsOf = (kind: NoticeKind): Words => noticeKinds[kind]

export const hrefOf = (kind: NoticeKind): string => noticeKinds[kind].link.href
