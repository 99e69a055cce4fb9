import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isLoopback, readEnv } from './env'

let DATA_DIR: string
beforeAll(() => {
  DATA_DIR = mkdtempSync(join(tmpdir(), 'env-'))
})
afterAll(() => rmSync(DATA_DIR, { recursive: true }))

const deployed = {
  APP_ORIGIN: 'https://stays.example.com',
  APP_SECRET: 'at least thirty-two characters long',
  DATABASE_URL: 'postgresql://app@db.example.com/app',
}

test('nothing needs to be set on this machine', () => {
  expect(readEnv({ DATA_DIR })).toMatchObject({
    origin: 'http://localhost:3000',
    local: true,
    port: 3000,
    trustedProxy: false,
  })
})

test('the secret of this machine is made once and kept', () => {
  const { secret } = readEnv({ DATA_DIR })
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(readEnv({ DATA_DIR }).secret).toBe(secret)
  expect(readdirSync(DATA_DIR)).toEqual(['secret'])
})

test('the origin follows the port until it is set', () => {
  expect(readEnv({ DATA_DIR, PORT: '4000' }).origin).toBe('http://localhost:4000')
  const APP_ORIGIN = 'http://127.0.0.1:5000/'
  expect(readEnv({ DATA_DIR, PORT: '4000', APP_ORIGIN }).origin).toBe('http://127.0.0.1:5000')
})

test('every other origin is deployed, and writes nothing to the disk', () => {
  const folder = join(DATA_DIR, 'of-a-deployed-site')
  expect(readEnv({ ...deployed, DATA_DIR: folder })).toMatchObject({
    origin: deployed.APP_ORIGIN,
    local: false,
    secret: deployed.APP_SECRET,
  })
  expect(existsSync(folder)).toBe(false)
})

test('what is missing when deployed is listed by name, all at once', () => {
  const { APP_ORIGIN } = deployed
  expect(() => readEnv({ APP_ORIGIN })).toThrow('Set APP_SECRET, DATABASE_URL and start again.')
  expect(() => readEnv({ ...deployed, DATABASE_URL: ' ' })).toThrow(
    'Set DATABASE_URL and start again.',
  )
  expect(() => readEnv({ ...deployed, APP_ORIGIN: 'http://stays.example.com' })).toThrow(
    'Set APP_ORIGIN (with https) and start again.',
  )
})

test('a short secret is refused and not repeated', () => {
  const APP_SECRET = 'too short'
  expect(() => readEnv({ ...deployed, APP_SECRET })).toThrow(
    'Set APP_SECRET (at least 32 characters) and start again.',
  )
})

test('on Vercel the production address is known, and others must be set', () => {
  const { APP_ORIGIN: _, ...settings } = deployed
  const vercel = { ...settings, VERCEL: '1', VERCEL_PROJECT_PRODUCTION_URL: 'stays.vercel.app' }
  expect(readEnv({ ...vercel, VERCEL_ENV: 'production' })).toMatchObject({
    origin: 'https://stays.vercel.app',
    trustedProxy: true,
  })
  expect(() => readEnv({ ...vercel, VERCEL_ENV: 'preview' })).toThrow(
    'Set APP_ORIGIN and start again.',
  )
})

test('an origin is scheme and host, nothing more', () => {
  for (const wrong of [
    'stays',
    'https://me@a.example',
    'https://a.example/b',
    'https://a.example/?c',
  ]) {
    expect(() => readEnv({ ...deployed, APP_ORIGIN: wrong })).toThrow('APP_ORIGIN must be')
  }
})

test('a port that is none is named', () => {
  for (const PORT of ['abc', '0', '70000', '1.5']) {
    expect(() => readEnv({ DATA_DIR, PORT })).toThrow(
      'These environment variables have a wrong value: PORT.',
    )
  }
})

test('only addresses of this machine are loopback', () => {
  expect(['localhost', '127.0.0.1', '[::1]'].every(isLoopback)).toBe(true)
  expect(['0.0.0.0', 'localhost.example.com', '127.0.0.1.example.com'].some(isLoopback)).toBe(false)
})

test('a mail server is optional, and one that is no mail server is named without its password', () => {
  expect(readEnv({ DATA_DIR, SMTP_URL: '' }).smtpUrl).toBeNull()
  expect(readEnv({ DATA_DIR, SMTP_URL: 'smtps://u:p@mail.test' }).smtpUrl).toContain('mail.test')
  const wrong = () => readEnv({ DATA_DIR, SMTP_URL: 'https://user:hunter2@mail.test' })
  expect(wrong).toThrow(/SMTP_URL/)
  expect(wrong).not.toThrow(/hunter2/)
})
