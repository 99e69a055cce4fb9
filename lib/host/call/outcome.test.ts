import { expect, test } from 'vitest'
import type { Route } from '../testing'
import { box, prepare } from './testing'

test.each<[string, Route, object]>([
  [
    'an error of its own',
    () => ({ status: 409, body: { code: 'sold' } }),
    { status: 'answered', isError: true, httpStatus: 409 },
  ],
  [
    'more than 100,000 characters',
    'x'.repeat(100_001),
    { status: 'failed', code: 'answer_too_long' },
  ],
  [
    'more bytes than that can be',
    'x'.repeat(500_000),
    { status: 'failed', code: 'answer_too_long' },
  ],
  [
    'a redirect',
    () => ({ status: 302, headers: { location: 'https://elsewhere.example/' } }),
    { status: 'failed', code: 'redirected' },
  ],
  ['a request to link', () => ({ status: 401 }), { status: 'link_needed' }],
  [
    'a request for more',
    () => ({
      status: 403,
      headers: {
        'www-authenticate': 'Bearer error="insufficient_scope", scope="toys:write toys:read"',
      },
    }),
    { status: 'more_scope_needed', scopes: ['toys:write', 'toys:read'] },
  ],
  ['a web page', '<!doctype html><script>alert(1)</script>', { status: 'answered', data: null }],
])('an answer with %s is what the host makes of it', async (_what, route, outcome) => {
  const { call } = await prepare(route)
  expect((await call('listToys', box)).outcome).toMatchObject(outcome)
})

test('100,000 characters are not too many', async () => {
  const { call } = await prepare('é'.repeat(100_000))
  expect((await call('listToys', box)).outcome).toMatchObject({ status: 'answered' })
})

test.each([
  '['.repeat(40_000) + ']'.repeat(40_000),
  `${'{"a":'.repeat(10_000)}0${'}'.repeat(10_000)}`,
])('an answer that is nested without an end is a text: %.5s', async (text) => {
  const { call } = await prepare(text)
  const { outcome } = await call('listToys', box)
  expect(outcome).toMatchObject({ status: 'answered', data: null, text })
  expect(JSON.stringify(outcome)).toContain('answered')
})

test('a plugin that is gone is told as such', async () => {
  const { call, installation } = await prepare({})
  installation.server = 'http://localhost:1'
  expect((await call('listToys', box)).outcome).toMatchObject({
    status: 'failed',
    code: 'unreachable',
  })
  installation.server = 'https://169.254.169.254'
  expect((await call('listToys', box)).outcome).toMatchObject({ status: 'failed', code: 'blocked' })
})
