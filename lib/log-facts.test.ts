import { expect, it } from 'vitest'
import { OwnError, PublicError } from './errors'
import { toPlain } from './log-facts'

const secret = 'Zq7-planted-secret-0xC0FFEE'

const kept = (cause: unknown) => JSON.stringify(toPlain(cause))

it('keeps of an error its kind, its code and where it came through', () => {
  const error = Object.assign(new TypeError('some words'), { code: 'ECONNREFUSED' })
  expect(toPlain(error)).toMatchObject({ name: 'TypeError', code: 'ECONNREFUSED' })
  expect(kept(error)).toMatch(/log-facts\.test\.ts:\d+:\d+/)
})

it('keeps the text of an error only where that is ours', () => {
  expect(toPlain(new OwnError('no signing key is active'))).toMatchObject({
    message: 'no signing key is active',
  })
  for (const error of [
    new Error(secret),
    new PublicError('conflict', secret),
    secret,
    { secret },
  ]) {
    expect(kept(error)).not.toContain('planted')
  }
})

it.each([
  ['a cause', new Error('outer', { cause: new Error(secret) })],
  [
    'a message of several lines',
    new Error(`one\n    at ${secret}:1:1\n    at /x/${secret}.js:1:1`),
  ],
  ['a name', Object.assign(new Error('x'), { name: secret })],
  ['a code', Object.assign(new Error('x'), { code: secret })],
  ['what a database says', Object.assign(new Error('x'), { detail: secret, table: 'Account' })],
  ['a message that was changed', Object.assign(new Error(secret), { message: 'x' })],
  [
    'a stack that was changed',
    Object.assign(new Error('x'), { stack: `Error: x\n    at ${secret}` }),
  ],
])('keeps no secret out of %s', (_where, error) => {
  expect(kept(error)).not.toContain('planted')
})

it('says which table a statement failed on', () => {
  const error = Object.assign(new Error('x'), { code: '23505', table: 'Account' })
  expect(toPlain(error)).toMatchObject({ code: '23505', table: 'Account' })
})
