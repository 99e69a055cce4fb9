import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '@/scripts/database/open'
import { expect, test } from './fixtures'
import { nextStart, type Running, run } from './processes'

/** As deployed, without the https in front: what it says to a browser. */
let site: Running
const origin = 'https://stays.example'

test.beforeAll(async () => {
  const database = await openDatabase({ what: 'e2e', lasting: false })
  site = await run(nextStart, {
    APP_ORIGIN: origin,
    DATABASE_URL: database.url,
    DATABASE_EMBEDDED: database.embedded ? '1' : '',
    APP_SECRET: readFileSync(join(String(process.env.DATA_DIR), 'secret'), 'utf8').trim(),
  })
})

test.afterAll(() => site.stop())

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`http://localhost:${site.port}${path}`, { redirect: 'manual', ...init })

test('every cookie is for this host alone, over https, and unreadable to script', async ({
  host,
}) => {
  const authorize = new URL(host.authorizeUrl())
  const csrf = await ask('/api/auth/csrf')
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const cookie = csrf.headers.getSetCookie().map((one) => one.split(';')[0])
  const answers = [
    csrf,
    await ask('/api/auth/callback/credentials', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: cookie.join('; '),
      },
      body: new URLSearchParams({ csrfToken, email: 'a@b.c', password: 'x', callbackUrl: origin }),
    }),
    await ask(authorize.pathname + authorize.search),
  ]
  const cookies = answers.flatMap(({ headers }) => headers.getSetCookie())
  const names = cookies.map((one) => one.split('=')[0])
  expect(names).toContain('__Host-latchkey.csrf')
  expect(names).toContain('__Host-latchkey.callback-url')
  expect(names).toContain('__Host-latchkey.interaction')
  for (const one of cookies) {
    expect(one).toMatch(/; httponly/i)
    expect(one).toMatch(/; secure/i)
    expect(one).toMatch(/; samesite=lax/i)
    // The one whose path is its own cannot be `__Host-`.
    expect(one).toMatch(
      /^(__Host-.*; path=\/(;|$)|__Secure-latchkey\.resume(\.sig)?=.*; path=\/oauth\/authorize\/)/i,
    )
    expect(one).not.toMatch(/; domain=/i)
  }
})

test('browsers are told to come by https only', async () => {
  for (const path of ['/', '/sign-in', '/nowhere', '/api/auth/csrf']) {
    const { headers } = await ask(path)
    expect(headers.get('strict-transport-security'), path).toBe('max-age=63072000')
  }
})

test('signing in by next-auth leads nowhere else', async () => {
  for (const callbackUrl of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https://stays.example@evil.example/',
    'https://stays.example.evil.example/',
    'javascript:alert(1)',
    '/\t/evil.example',
    ' https://evil.example',
  ]) {
    const query = new URLSearchParams({ callbackUrl })
    for (const path of ['signin', 'signout', 'error', 'csrf']) {
      const { headers } = await ask(`/api/auth/${path}?${query}`)
      for (const one of headers.getSetCookie().filter((line) => line.includes('callback-url'))) {
        const kept = decodeURIComponent(String(one.split(';')[0]?.split('=')[1]))
        expect(new URL(kept, origin).origin, `${path} ${callbackUrl}`).toBe(origin)
      }
      const location = headers.get('location')
      expect(new URL(location ?? '/', origin).origin, `${path} ${callbackUrl}`).toBe(origin)
    }
  }
})
