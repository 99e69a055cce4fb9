import { expect, it, vi } from 'vitest'
import { appsChallenge } from './apps-challenge'

const settings = vi.hoisted(() => ({ openaiAppsChallenge: null as string | null }))
vi.mock('@/lib/env', () => ({ env: () => settings }))

const ask = () =>
  appsChallenge(new Request('https://stays.example/.well-known/openai-apps-challenge'))

it('is not there until a token is set', () => {
  expect(ask().status).toBe(404)
})

it('is the token as plain text and nothing else', async () => {
  settings.openaiAppsChallenge = 'tok_123-abc'
  const response = ask()
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/plain')
  expect(await response.text()).toBe('tok_123-abc')
})
