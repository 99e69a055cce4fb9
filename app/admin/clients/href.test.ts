import { expect, test } from 'vitest'
import { clientHref, readClientId } from './href'

test.each([
  'client_aB-3_x',
  'https://chatgpt.com/oauth/client.json',
  'https://vendor.example/a%2Fb?c=d&e=é',
])('the address of %s names it, in letters that every proxy lets through', (id) => {
  const [, segment = ''] = clientHref(id).match(/^\/admin\/clients\/([\w~-]+)$/) ?? []
  expect(readClientId(segment)).toBe(id)
})

test('an address that somebody made up names nothing that the database refuses', () => {
  expect(readClientId(`~${Buffer.from('a\0b').toString('base64url')}`)).toBe('ab')
  expect(readClientId('nothing')).toBe('nothing')
})
