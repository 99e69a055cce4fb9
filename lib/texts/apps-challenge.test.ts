import { expect, it } from 'vitest'
import { serveAppsChallenge } from './apps-challenge'

let token = ''
const ask = serveAppsChallenge(async () => token)

it('is not there until a token is set', async () => {
  expect((await ask()).status).toBe(404)
})

it('is the token as plain text and nothing else', async () => {
  token = 'tok_123-abc'
  const response = await ask()
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/plain')
  expect(await response.text()).toBe('tok_123-abc')
})
