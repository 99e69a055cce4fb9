import { expect, it } from 'vitest'
import { serveDocument } from './document'

const serve = serveDocument({ type: 'text/plain', text: () => 'hello' })
const ask = (method: string, headers: Record<string, string> = {}) =>
  serve(new Request('https://stays.example/x', { method, headers }))

it('is served once to a reader who keeps it', async () => {
  const first = await ask('GET')
  expect([first.status, await first.text()]).toEqual([200, 'hello'])
  const etag = String(first.headers.get('etag'))
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    expect((await ask('GET', { 'if-none-match': known })).status).toBe(304)
  }
  expect((await ask('GET', { 'if-none-match': '"other"' })).status).toBe(200)
})

it('is open to every origin and to reading only', async () => {
  expect((await ask('GET')).headers.get('access-control-allow-origin')).toBe('*')
  expect((await ask('OPTIONS')).status).toBe(204)
  expect(await (await ask('HEAD')).text()).toBe('')
  expect((await ask('POST')).status).toBe(405)
})

it('is made once, and anew when its edition changes', async () => {
  let edition = 'Monday'
  let times = 0
  const text = () => `${edition} ${++times}`
  const daily = serveDocument({ type: 'text/plain', text, edition: () => edition })
  const read = async () => (await daily(new Request('https://stays.example/x'))).text()
  expect([await read(), await read()]).toEqual(['Monday 1', 'Monday 1'])
  edition = 'Tuesday'
  expect(await read()).toBe('Tuesday 2')
})
