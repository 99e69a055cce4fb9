import { expect, it } from 'vitest'
import { isOwnComputer } from './own-computer'
import { isRememberable } from './recall'

const at = (host: string) => `https://${host}/callback`

it.each([
  'localhost',
  'localhost.',
  'app.localhost',
  '127.0.0.1',
  '127.1.2.3',
  '2130706433',
  '0.0.0.0',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.2]',
])('%s is the person’s own computer, and no answer for it is remembered', (host) => {
  expect(isOwnComputer(new URL(at(host)).hostname)).toBe(true)
  expect(isRememberable(at(host))).toBe(false)
})

it.each(['claude.ai', 'localhost.example', 'notlocalhost', '127.0.0.1.example', '8.8.8.8'])(
  '%s is somewhere else',
  (host) => {
    expect(isOwnComputer(new URL(at(host)).hostname)).toBe(false)
    expect(isRememberable(at(host))).toBe(true)
  },
)

it('nothing is remembered for an app’s own scheme, or without TLS', () => {
  expect(isRememberable('cursor://callback')).toBe(false)
  expect(isRememberable('http://claude.ai/callback')).toBe(false)
})
