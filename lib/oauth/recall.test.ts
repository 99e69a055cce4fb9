import { describe, expect, it } from 'vitest'
import { toConsentScopes, toGranted } from './consent-scopes'
import { foldAnswers } from './recall'

const resource = 'https://stays.example/mcp'
const row = (
  granted: string,
  declined = '',
  extra: { wanted?: string[]; endsAt?: number; takesBack?: boolean } = {},
) => ({
  payload: JSON.stringify({
    resources: { [resource]: granted },
    rejected: { resources: declined ? { [resource]: declined } : {} },
  }),
  wanted: extra.wanted ?? [],
  endsAt: extra.endsAt ?? null,
  takesBack: extra.takesBack ?? false,
})
const answersOf = (...rows: ReturnType<typeof row>[]) =>
  Object.fromEntries([...foldAnswers(rows, resource)].map(([name, { answer }]) => [name, answer]))

describe('what is remembered', () => {
  it('is the last answer to each scope, over all connections', () => {
    expect(answersOf(row('a b'), row('c', 'a'))).toEqual({
      a: 'left out',
      b: 'allowed',
      c: 'allowed',
    })
    expect(answersOf(row('c', 'a'), row('a b'))).toEqual({
      a: 'allowed',
      b: 'allowed',
      c: 'allowed',
    })
  })

  it('holds what was taken back later, without giving anything anew', () => {
    const reduced = row('b', 'a')
    const later = row('a', 'b')
    const takenBack = row('b', 'a', { takesBack: true })
    expect(answersOf(reduced, later, takenBack)).toEqual({ a: 'left out', b: 'left out' })
    expect(answersOf(reduced, takenBack, later)).toEqual({ a: 'allowed', b: 'left out' })
  })

  it('is a question again where the client was refused since, until that is answered', () => {
    const missed = row('a', 'b', { wanted: ['b'] })
    expect(answersOf(missed)).toEqual({ a: 'allowed', b: 'missed' })
    expect(answersOf(missed, row('a', 'b'))).toEqual({ a: 'allowed', b: 'left out' })
    expect(answersOf(missed, row('a b'))).toEqual({ a: 'allowed', b: 'allowed' })
  })

  it('is nothing that was said of another resource', () => {
    expect([...foldAnswers([row('a')], 'https://stays.example/api')]).toEqual([])
  })
})

describe('the question', () => {
  const requested = ['openid', 'email', 'reservations:read', 'reservations:write'] as const
  const ask = (...rows: ReturnType<typeof row>[]) =>
    toConsentScopes([...requested], foldAnswers(rows, resource))
  const states = (scopes: ReturnType<typeof ask>) =>
    Object.fromEntries(scopes.map(({ name, state, on }) => [name, state === 'choice' ? on : state]))

  it('has personal data switched off, and the rest on', () => {
    expect(states(ask())).toEqual({
      openid: 'fixed',
      email: false,
      'reservations:read': true,
      'reservations:write': true,
    })
  })

  it('is only about what is new, where something is', () => {
    expect(states(ask(row('openid reservations:read', 'email')))).toEqual({
      openid: 'fixed',
      email: false,
      'reservations:read': 'allowed',
      'reservations:write': true,
    })
  })

  it('is about everything, as it was answered, where nothing is new', () => {
    const all = 'openid email reservations:read reservations:write'
    expect(states(ask(row(all)))).toEqual({
      openid: 'fixed',
      email: true,
      'reservations:read': true,
      'reservations:write': true,
    })
  })
})

describe('the answer', () => {
  const scopes = toConsentScopes(
    ['offline_access', 'location', 'reservations:read', 'reservations:write'],
    new Map(),
  )
  const both = ['reservations:read', 'reservations:write']

  it('gives what was chosen and was asked for, and nothing else', () => {
    const chosen = ['reservations:read', 'openid', 'admin']
    expect(toGranted(scopes, { answer: 'allow', chosen })).toEqual([
      'offline_access',
      'reservations:read',
    ])
  })

  it('gives only what shows something to who may only look', () => {
    const granted = toGranted(scopes, { answer: 'look', chosen: [...both, 'location'] })
    expect(granted).toEqual(['offline_access', 'location', 'reservations:read'])
  })

  it('is a Deny when nothing is left', () => {
    expect(toGranted(scopes, { answer: 'allow', chosen: [] })).toEqual([])
    expect(toGranted(scopes, { answer: 'look', chosen: ['reservations:write'] })).toEqual([])
    expect(toGranted(scopes, { answer: 'deny', chosen: both })).toEqual([])
  })
})
