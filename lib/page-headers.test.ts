import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => vi.unstubAllEnvs())

async function headersAt(origin: string) {
  vi.resetModules()
  vi.stubEnv('APP_ORIGIN', origin)
  vi.stubEnv('APP_SECRET', 'thirty-two characters and a few more')
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/nowhere')
  const [{ pageHeaders }, { proxy }, { NextRequest }] = await Promise.all([
    import('./page-headers'),
    import('@/proxy'),
    import('next/server'),
  ])
  const { headers } = proxy(new NextRequest(`${origin}/sign-in`))
  return { headers, names: Object.keys(pageHeaders({ nonce: 'x', formTarget: null })) }
}

it('a deployed site is https for two years, one on a person’s own machine is not', async () => {
  const deployed = await headersAt('https://stays.example')
  expect(deployed.headers.get('strict-transport-security')).toBe('max-age=63072000')
  const local = await headersAt('http://localhost:3000')
  expect(local.headers.has('strict-transport-security')).toBe(false)
})

it('every header of the list stands on the answer, and the page is told its nonce', async () => {
  const { headers, names } = await headersAt('http://localhost:3000')
  for (const name of names) expect(headers.has(name), name).toBe(true)
  const policy = String(headers.get('content-security-policy'))
  expect(headers.get('x-middleware-request-content-security-policy')).toBe(policy)
  const again = await headersAt('http://localhost:3000')
  expect(again.headers.get('content-security-policy')).not.toBe(policy)
})

it('only the playground may hold frames, and only of this site', async () => {
  const { pageHeaders } = await import('./page-headers')
  const policyOf = (hasFrames: boolean) =>
    pageHeaders({ nonce: 'x', formTarget: null, hasFrames })['Content-Security-Policy']
  expect(policyOf(true)).toContain("; frame-src 'self';")
  expect(policyOf(false)).not.toContain('frame-src')
})
