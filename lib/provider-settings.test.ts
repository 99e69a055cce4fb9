import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { readEnv } from './env'

const base = { DATA_DIR: tmpdir(), APP_SECRET: 'x'.repeat(32) }
const own = {
  SIGN_IN_ISSUER: 'https://login.example.com',
  SIGN_IN_CLIENT_ID: 'a',
  SIGN_IN_CLIENT_SECRET: 'hunter2',
  SIGN_IN_NAME: 'Acme',
}
const deployed = { ...base, APP_ORIGIN: 'https://a.example', DATABASE_URL: 'postgres://x' }

test('without their settings no provider is offered', () => {
  expect(readEnv(base).providers).toEqual([])
  expect(readEnv({ ...base, GOOGLE_CLIENT_ID: ' ', SIGN_IN_ISSUER: '' }).providers).toEqual([])
})

test('one half of a pair stops the start, and names the other', () => {
  const start = (more: object) => () => readEnv({ ...base, ...more })
  expect(start({ GOOGLE_CLIENT_ID: 'a' })).toThrow('Set GOOGLE_CLIENT_SECRET and start again.')
  expect(start({ GITHUB_CLIENT_SECRET: 'hunter2' })).toThrow('Set GITHUB_CLIENT_ID')
  expect(start({ GITHUB_CLIENT_SECRET: 'hunter2' })).not.toThrow(/hunter2/)
  expect(start({ ...own, SIGN_IN_NAME: '' })).toThrow('Set SIGN_IN_NAME and')
})

test('all three can be offered, each by its own issuer', () => {
  const google = { GOOGLE_CLIENT_ID: 'a', GOOGLE_CLIENT_SECRET: 'b' }
  const github = { GITHUB_CLIENT_ID: 'a', GITHUB_CLIENT_SECRET: 'b' }
  const { providers } = readEnv({ ...deployed, ...google, ...github, ...own })
  expect(providers.map(({ name, issuer }) => [name, issuer])).toEqual([
    ['Google', 'https://accounts.google.com'],
    ['GitHub', 'https://github.com'],
    ['Acme', 'https://login.example.com'],
  ])
})

test('an issuer is https; on this machine it may be this machine', () => {
  const here = { ...own, SIGN_IN_ISSUER: 'http://localhost:9' }
  expect(readEnv({ ...base, ...here }).providers).toHaveLength(1)
  expect(() => readEnv({ ...deployed, ...here })).toThrow('SIGN_IN_ISSUER (with https)')
  const wrong = ['http://a.example', 'https://a.example?b', 'https://u:p@a.example', 'ftp://a.b']
  for (const SIGN_IN_ISSUER of wrong) {
    expect(() => readEnv({ ...base, ...own, SIGN_IN_ISSUER })).toThrow('SIGN_IN_ISSUER')
  }
})
