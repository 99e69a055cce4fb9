import { expect, it } from 'vitest'
import { toIdentity } from './provider-claims'
import { toGithubClaims } from './providers'

const issuer = 'https://login.example.com'
const claims = { sub: '1', email: 'Ada@Example.com', email_verified: true, name: 'Ada' }

it('an address counts when the provider has proved it, and is one', () => {
  const emailOf = (more: object) => toIdentity(issuer, { ...claims, ...more })?.email
  expect(emailOf({})).toBe('ada@example.com')
  expect(emailOf({ email_verified: 'true' })).toBe('ada@example.com')
  for (const wrong of [false, undefined, null, 'false', 1, {}]) {
    expect(emailOf({ email_verified: wrong })).toBeNull()
  }
  for (const wrong of ['ada', '', null, ['ada@example.com'], { toString: 'x' }]) {
    expect(emailOf({ email: wrong })).toBeNull()
  }
})

it('without a subject it is nobody', () => {
  for (const sub of ['', undefined, 7, null, {}, 'x'.repeat(256)]) {
    expect(toIdentity(issuer, { ...claims, sub })).toBeNull()
  }
})

it('a name is cut to a line, and cannot turn the text around it', () => {
  const nameOf = (name: unknown) => toIdentity(issuer, { ...claims, name })?.name
  expect(nameOf('  Ada\n\t Lovelace\u0000 ')).toBe('Ada Lovelace')
  expect(nameOf('\u202egro.live\u2066')).toBe('gro.live')
  expect(nameOf('😀'.repeat(100))).toBe('😀'.repeat(40))
  expect(nameOf(`x${'😀'.repeat(100)}`)).toBe(`x${'😀'.repeat(39)}`)
  for (const none of [undefined, 7, {}, ' \u200f ']) expect(nameOf(none)).toBe('ada')
})

it('of GitHub, the primary address counts when it is verified, not the public one', () => {
  const user = { id: 7, login: 'ada', name: null, email: 'public@example.com' }
  const mails = (primary: object) => [
    { email: 'other@example.com', primary: false, verified: true },
    { email: 'ada@example.com', primary: true, verified: true, ...primary },
  ]
  const emailOf = (emails: unknown) => toIdentity(issuer, toGithubClaims(user, emails))?.email
  expect(emailOf(mails({}))).toBe('ada@example.com')
  expect(emailOf(mails({ verified: false }))).toBeNull()
  expect(emailOf({ message: 'Not Found' })).toBeNull()
  expect(toIdentity(issuer, toGithubClaims(user, mails({})))).toMatchObject({
    subject: '7',
    name: 'ada',
  })
  expect(toIdentity(issuer, toGithubClaims({ login: 'ada' }, mails({})))).toBeNull()
})
