import { expect, it, vi } from 'vitest'
import { answerProbe, isProbe, isProof, markedAgent, newNonce } from './mark'

vi.stubEnv('APP_ORIGIN', 'https://stays.example')
vi.stubEnv('APP_SECRET', 'thirty-two characters and a few more')
vi.stubEnv('DATABASE_URL', 'postgres://localhost/nowhere')

it('who asks for the proof of a nonce can tell this site, and not pass for its probe', async () => {
  const nonce = newNonce()
  const asked = new Request(`https://stays.example/health/probe?nonce=${nonce}`)
  const { proof } = await answerProbe(asked).json()
  expect(isProof(nonce, proof)).toBe(true)
  expect(isProbe(markedAgent('Claude-User', nonce))).toBe(true)
  expect(isProbe(`Claude-User latchkey-probe/${nonce}.${proof}`)).toBe(false)
})
