import { createRemoteJWKSet, jwtVerify } from 'jose'
import { expect, it } from 'vitest'
import { commandLine } from '@/lib/audit/audit'
import { listAudit } from '@/lib/audit/list'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { getKeys, listSigningKeys, rotateKeys } from './keys'

serveEndpoints()

async function connect() {
  const person = await createPerson()
  const client = await linking.createClient()
  return { client, ...(await linking.link(person, client)) }
}

const headerOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())

const jwksUrl = () => new URL(`${env().origin}/oauth/jwks`)

/** An hour passes for a new key. */
async function beginToSign(kid: string): Promise<void> {
  await db().signingKey.update({ where: { kid }, data: { signsFrom: new Date() } })
  await getKeys(0)
}

it('a new key is published before it signs, and old tokens stay good', async () => {
  const { access, client, refresh } = await connect()
  const { kid } = await rotateKeys(commandLine)
  const published = await (await fetch(jwksUrl())).json()
  expect(published.keys.map((key: { kid: string }) => key.kid)).toContain(kid)
  expect(JSON.stringify(published)).not.toContain('"d"')
  const before = await linking.refresh(client, refresh)
  expect(headerOf(before.access_token).kid).not.toBe(kid)
  await beginToSign(kid)
  const after = await linking.refresh(client, String(before.refresh_token))
  expect(headerOf(after.access_token).kid).toBe(kid)
  expect((await linking.callApi(access)).status).toBe(200)
  expect((await linking.callApi(after.access_token)).status).toBe(200)
})

it('no call, refresh or outside verification fails while keys are rotated under load', async () => {
  const failures: unknown[] = []
  const signedBy = new Set<string>()
  let isOver = false
  // As an outside verifier has it: fetched once, asked again only for a key it does not know.
  const keySet = createRemoteJWKSet(jwksUrl(), { cooldownDuration: 0 })
  async function work() {
    const { client, ...first } = await connect()
    let { access, refresh } = first
    const old = access
    while (!isOver) {
      for (const token of [old, access]) {
        const { status } = await linking.callApi(token)
        if (status !== 200) failures.push(status)
      }
      const next = await linking.refresh(client, refresh)
      ;[access, refresh] = [next.access_token, String(next.refresh_token)]
      signedBy.add(headerOf(access).kid)
      await jwtVerify(access, keySet, { issuer: env().origin }).catch((error) =>
        failures.push(error),
      )
    }
  }
  const workers = Array.from({ length: 4 }, () => work().catch((error) => failures.push(error)))
  const rotated: string[] = []
  for (let round = 0; round < 2; round += 1) {
    const { kid } = await rotateKeys(commandLine)
    await new Promise((resolve) => setTimeout(resolve, 400))
    await beginToSign(kid)
    rotated.push(kid)
    await expect.poll(() => signedBy.has(kid), { timeout: 10_000 }).toBe(true)
  }
  isOver = true
  await Promise.all(workers)
  expect(failures).toEqual([])
  expect((await listSigningKeys())[0]).toMatchObject({ kid: rotated[1], state: 'signs' })
  expect((await listAudit({ target: String(rotated[1]) }, {})).rows).toHaveLength(1)
})

it('a key from under another APP_SECRET is passed over', async () => {
  const kid = `foreign-${Date.now()}`
  const foreign = { kid, publicJwk: {}, privateKey: 'sealed elsewhere', signsFrom: new Date() }
  await db().signingKey.create({ data: foreign })
  const { jwks } = await getKeys(0)
  expect(jwks.map((jwk) => jwk.kid)).not.toContain(kid)
  expect(jwks.length).toBeGreaterThan(0)
  await db().signingKey.delete({ where: { kid } })
})
