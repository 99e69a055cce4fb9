import { expect, test, vi } from 'vitest'

async function findAt(origin: string) {
  vi.resetModules()
  vi.stubEnv('APP_ORIGIN', origin)
  vi.stubEnv('APP_SECRET', 'thirty-two characters and a few more')
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/nowhere')
  const [{ findPlaygroundClient }, { playgroundClient }] = await Promise.all([
    import('./stored'),
    import('@/lib/playground-client'),
  ])
  return { found: findPlaygroundClient('latchkey-playground'), known: playgroundClient() }
}

test('on one’s own machine the playground has a client, whose codes go back to it alone', async () => {
  const { found, known } = await findAt('http://localhost:3000')
  expect(found).toMatchObject({
    redirect_uris: ['http://localhost:3000/playground/callback'],
    token_endpoint_auth_method: 'client_secret_basic',
  })
  expect(known?.clientSecret).toHaveLength(43)
  expect(JSON.stringify(found)).not.toContain(known?.clientSecret)
})

test('a deployed site has no such client', async () => {
  expect(await findAt('https://stays.example')).toEqual({ found: undefined, known: null })
})
