import { env } from '@/lib/env'
import { product } from '@/lib/product'
import type { Letter } from './letter'

/** Every mail that this site sends, but for those of lib/notices. `path` is on this site; links lead nowhere else. */
export const letters = {
  confirmSignUp: (path: string): Letter => ({
    subject: `Finish creating your ${product.name} account`,
    paragraphs: ['Confirm that this address is yours, and your account is ready.'],
    button: { text: 'Confirm and continue', href: at(path) },
    notes: [lasts('a day'), 'You did not ask for an account? Then do nothing: there will be none.'],
  }),
  signUpHasAccount: (): Letter => ({
    subject: `You have a ${product.name} account already`,
    paragraphs: [
      'Somebody, probably you, tried to create an account with this address. It has one: sign in, or choose a new password if you forgot it.',
    ],
    button: { text: 'Sign in', href: at('/sign-in') },
    notes: [
      `Forgot your password? ${at('/reset-password')}`,
      'It was not you? Then do nothing: your account is as it was.',
    ],
  }),
  verify: (path: string): Letter => ({
    subject: 'Confirm your email address',
    paragraphs: [`Confirm that this address belongs to your ${product.name} account.`],
    button: { text: 'Confirm this address', href: at(path) },
    notes: [lasts('a day'), 'You have no account here? Then do nothing.'],
  }),
  reset: (path: string): Letter => ({
    subject: 'Choose a new password',
    paragraphs: [
      `Somebody, probably you, asked to choose a new password for your ${product.name} account.`,
    ],
    button: { text: 'Choose a new password', href: at(path) },
    notes: [lasts('an hour'), 'It was not you? Then do nothing: your password stays as it is.'],
  }),
  signIn: (path: string): Letter => ({
    subject: `Sign in to ${product.name}`,
    paragraphs: ['Here is the link to sign in with. Do not pass it on: whoever has it is let in.'],
    button: { text: 'Sign in', href: at(path) },
    notes: [lasts('a quarter of an hour'), 'You did not ask for it? Then do nothing.'],
  }),
  noAccount: (): Letter => ({
    subject: `There is no ${product.name} account with this address`,
    paragraphs: [
      'Somebody, probably you, wanted to sign in with this address. There is no account with it; perhaps you used another address.',
    ],
    button: { text: 'Create an account', href: at('/sign-up') },
    notes: ['It was not you? Then do nothing.'],
  }),
  leaveAddress: (path: string): Letter => ({
    subject: 'Confirm that your address changes',
    paragraphs: [
      `Your ${product.name} account is to get another email address. It changes when both addresses, this one and the new one, have confirmed.`,
    ],
    button: { text: 'Look at the change', href: at(path) },
    notes: [
      lasts('a day'),
      `It was not you? Then somebody knows your password: choose a new one at ${at('/reset-password')}`,
    ],
  }),
  takeAddress: (path: string): Letter => ({
    subject: 'Confirm your new email address',
    paragraphs: [`This is to be the new address of your ${product.name} account.`],
    button: { text: 'Confirm this address', href: at(path) },
    notes: [
      lasts('a day'),
      'It wants the sign-in of that account. You did not ask for this? Then do nothing.',
    ],
  }),
  addressTaken: (): Letter => ({
    subject: `This address has a ${product.name} account already`,
    paragraphs: [
      'You asked to make this the address of another account of yours. It has an account of its own, so nothing was changed.',
    ],
    notes: ['It was not you? Then do nothing.'],
  }),
  addressChanged: (): Letter => ({
    subject: 'Your email address was changed',
    paragraphs: [
      `This address does not belong to your ${product.name} account any more. From now on, sign in with the new one.`,
    ],
    notes: [`It was not you? Tell us: ${at('/support')}`],
  }),
  waits: (path: string): Letter => ({
    subject: 'A request waits for your answer',
    paragraphs: [
      `An app that you connected to your ${product.name} account asks for your yes. Nothing happens before you give it.`,
    ],
    button: { text: 'Look at the request', href: at(path) },
    notes: [
      `You did not ask an app for anything? Then refuse, and look at your apps: ${at('/account/connections')}`,
      `To get no such mails: ${at('/account/email')}`,
    ],
  }),
  passwordChanged: (): Letter => ({
    subject: 'Your password was changed',
    paragraphs: [
      `The password of your ${product.name} account was changed, and other browsers were signed out.`,
    ],
    notes: [`It was not you? Choose a new one at once: ${at('/reset-password')}`],
  }),
}

const at = (path: string): string => env().origin + path

const lasts = (time: string): string => `The link works once, for ${time}.`
