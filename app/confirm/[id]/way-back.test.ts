import { expect, it } from 'vitest'
import { confirmHref, toWayBack } from './way-back'

it('leads back to a conversation of the playground', () => {
  const chat = '/playground/chat/8e03978e-40d5-43e8-bc93-6894a57f9324'
  expect(toWayBack(chat)).toBe(chat)
  const href = new URL(confirmHref('a', chat, { isNew: true }), 'https://stays.example')
  expect(href.pathname).toBe('/confirm/a')
  expect(Object.fromEntries(href.searchParams)).toEqual({ changed: '1', back: chat })
  expect(confirmHref('a/b', null)).toBe('/confirm/a%2Fb')
})

it.each([
  'https://evil.example/playground/chat/a',
  '//evil.example/playground/chat/a',
  '/\\evil.example/playground/chat/a',
  '/playground/chat/a\n',
  '/playground/chat/a/../../../sign-out',
  '/playground/chat/a?next=//evil.example',
  '/playground/chat/a#x',
  '/playground/chat/%2e%2e',
  '/playground/chat/',
  '/account',
  'javascript:alert(1)',
  `/playground/chat/${'a'.repeat(65)}`,
  ['/playground/chat/a', '/playground/chat/b'],
  '',
  undefined,
])('does not lead to %j', (value) => {
  expect(toWayBack(value)).toBeNull()
})
