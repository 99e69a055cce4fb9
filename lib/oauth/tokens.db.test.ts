import { importJWK, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { reduceConnection } from '@/lib/connections/reduce'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { getKeys } from './keys'

serveEndpoints()

const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

async function forge(token: string, changes: Record<string, unknown>, header = {}) {
  const [jwk] = (await getKeys()).jwks
  const key = await importJWK(jwk as never, 'ES256')
  return new SignJWT({ ...claimsOf(token), ...changes })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: String(jwk?.kid), ...header })
    .sign(key)
}

const post = (path: string, form: Record<string, string>) =>
  fetch(env().origin + path, { method: 'POST', body: new URLSearchParams(form) })

/** A linked person with a client whose secret the test knows. */
async function connect(extra = {}, answer: linking.ConsentAnswer = {}) {
  const person = await createPerson()
  const { addClient } = await import('./clients/registered')
  const added = await addClient({ preset: 'chatgpt-plugin', redirectUris: [linking.callback] })
  const oauth = await import('oauth4webapi')
  const client = {
    metadata: { client_id: added.clientId },
    auth: oauth.ClientSecretPost(added.clientSecret),
    redirectUri: linking.callback,
  }
  const linked = await linking.link(person, client, extra, answer)
  const secret = { client_id: added.clientId, client_secret: added.clientSecret }
  return { person, client, secret, ...linked }
}

describe('access tokens', () => {
  it('are refused when expired, tampered with, for another audience or of another kind', async () => {
    const { access } = await connect()
    const [head, body, signature] = access.split('.')
    const other = Buffer.from(JSON.stringify({ ...claimsOf(access), sub: 'bob' })).toString(
      'base64url',
    )
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')
    const bad = {
      expired: await forge(access, { exp: Math.floor(Date.now() / 1000) - 5 }),
      audience: await forge(access, { aud: `${env().origin}/mcp` }),
      issuer: await forge(access, { iss: 'https://evil.example' }),
      kind: await forge(access, {}, { typ: 'JWT' }),
      key: await forge(access, {}, { kid: 'unknown' }),
      tampered: `${head}.${other}.${signature}`,
      unsigned: `${none}.${body}.`,
      rubbish: 'rubbish',
      null: 'bnVsbA.e30.e30',
      empty: '..',
    }
    for (const [why, token] of Object.entries(bad)) {
      const response = await linking.callApi(token)
      expect([why, response.status, (await response.json()).code]).toEqual([
        why,
        401,
        'invalid_token',
      ])
    }
    expect((await linking.callApi(await forge(access, {}))).status).toBe(200)
  })

  it('die within a second of their revocation, though just used', async () => {
    const { access, secret } = await connect()
    expect((await linking.callApi(access)).status).toBe(200)
    expect((await post('/oauth/revoke', { ...secret, token: access })).status).toBe(200)
    expect(await linking.msUntilRefused(access)).toBeLessThan(1000)
  })

  it('are introspected by their own client only', async () => {
    const [one, other] = [await connect(), await connect()]
    const introspect = async (secret: Record<string, string>, token: string) =>
      (await post('/oauth/introspect', { ...secret, token })).json()
    expect(await introspect(one.secret, one.access)).toMatchObject({
      active: true,
      sub: one.person.id,
    })
    expect(await introspect(one.secret, one.refresh)).toMatchObject({ active: true })
    expect(await introspect(other.secret, one.access)).toEqual({ active: false })
    expect(await introspect(other.secret, one.refresh)).toEqual({ active: false })
    await post('/oauth/revoke', { ...other.secret, token: one.refresh })
    expect((await linking.callApi(one.access)).status).toBe(200)
  })

  it('are told to open what the connection still allows, and a refresh that names more goes on', async () => {
    const { person, client, secret, access, refresh } = await connect()
    const scopeOf = async (token: string) =>
      (await (await post('/oauth/introspect', { ...secret, token })).json()).scope
    expect(await scopeOf(refresh)).toBe('reservations:read reservations:write')
    const grant = await db().grant.findFirstOrThrow({ where: { accountId: person.id } })
    await reduceConnection(person.id, grant.id, ['reservations:read'])
    expect(await scopeOf(refresh)).toBe('reservations:read')
    await expect.poll(() => scopeOf(access), { timeout: 1000 }).toBe('reservations:read')
    const asBefore = { refresh_token: refresh, scope: 'reservations:read reservations:write' }
    const form = { ...secret, grant_type: 'refresh_token', ...asBefore }
    const tokens = await (await post('/oauth/token', form)).json()
    expect(tokens.scope).toBe('reservations:read')
    expect(await scopeOf(tokens.refresh_token)).toBe('reservations:read')
    expect((await linking.refresh(client, tokens.refresh_token)).scope).toBe('reservations:read')
  })

  it('open userinfo only with the openid scope', async () => {
    const plain = await connect()
    const scope = 'openid email reservations:read'
    const open = await connect({ scope }, { chosen: ['email'] })
    expect((await linking.callApi(plain.access, '/oauth/userinfo')).status).toBe(403)
    const response = await linking.callApi(open.access, '/oauth/userinfo')
    expect(await response.json()).toEqual({
      sub: open.person.id,
      email: open.person.email,
      email_verified: false,
    })
    expect(open.tokens.id_token).toBeTruthy()
  })
})

describe('codes', () => {
  it('work once: a second use ends what the first was given', async () => {
    const { person, client } = await connect()
    const back = await linking.authorize(person, linking.authorizeUrl(client))
    const tokens = await linking.exchange(client, back)
    await expect(linking.exchange(client, back)).rejects.toMatchObject({ error: 'invalid_grant' })
    expect(await linking.msUntilRefused(tokens.access_token)).toBeLessThan(1000)
    await expect(linking.refresh(client, String(tokens.refresh_token))).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  it('give no second set of tokens to exchanges in the same moment', async () => {
    const { person, client } = await connect()
    const back = await linking.authorize(person, linking.authorizeUrl(client))
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => linking.exchange(client, back)),
    )
    const won = tries.filter((one) => one.status === 'fulfilled')
    expect(won.length).toBeLessThanOrEqual(1)
    for (const { value } of won) {
      expect(await linking.msUntilRefused(value.access_token)).toBeLessThan(1000)
    }
  })

  it('are worth nothing to another client', async () => {
    const [one, other] = [await connect(), await connect()]
    const back = await linking.authorize(one.person, linking.authorizeUrl(one.client))
    await expect(linking.exchange({ ...other.client }, back)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })
})

describe('a refresh', () => {
  it('never logs anybody out: parallel and repeated ones get the same successor', async () => {
    const { client, refresh } = await connect()
    const all = await Promise.all(Array.from({ length: 6 }, () => linking.refresh(client, refresh)))
    const next = new Set(all.map((tokens) => tokens.refresh_token))
    expect(next.size).toBe(1)
    const [successor] = next
    const later = await linking.refresh(client, refresh)
    expect(later.refresh_token).toBe(successor)
    for (const tokens of [...all, later]) {
      expect((await linking.callApi(tokens.access_token)).status).toBe(200)
    }
  })

  it('works for the old token within a minute of the new one’s first use, then ends it all', async () => {
    const { client, refresh, person } = await connect()
    const second = String((await linking.refresh(client, refresh)).refresh_token)
    const third = await linking.refresh(client, second)
    expect((await linking.refresh(client, refresh)).refresh_token).toBe(second)
    await db().$executeRaw`
      UPDATE "OAuthArtifact" SET "consumedAt" = "consumedAt" - interval '61 seconds'
      WHERE "kind" = 'RefreshToken' AND "consumedAt" IS NOT NULL
        AND "grantId" IN (SELECT "id" FROM "Grant" WHERE "accountId" = ${person.id})`
    await expect(linking.refresh(client, refresh)).rejects.toMatchObject({ error: 'invalid_grant' })
    await expect(linking.refresh(client, String(third.refresh_token))).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    expect(await linking.msUntilRefused(third.access_token)).toBeLessThan(1000)
    const grant = await db().grant.findFirst({ where: { accountId: person.id } })
    expect(grant?.revokedBy).toBe('replay')
  })

  it('keeps the connection for another lifetime', async () => {
    const { client, refresh, person } = await connect()
    await db()
      .$executeRaw`UPDATE "Grant" SET "expiresAt" = now() + interval '1 hour' WHERE "accountId" = ${person.id}`
    await linking.refresh(client, refresh)
    const grant = await db().grant.findFirstOrThrow({ where: { accountId: person.id } })
    expect(grant.expiresAt.getTime() - Date.now()).toBeGreaterThan(170 * 24 * 3600 * 1000)
  })
})

describe('what is stored', () => {
  it('holds no token, code or secret that could be read', async () => {
    const { access, refresh, secret, person } = await connect()
    const rows = [
      ...(await db().oAuthArtifact.findMany({ where: { grant: { accountId: person.id } } })),
      ...(await db().grant.findMany({ where: { accountId: person.id } })),
      ...(await db().client.findMany({ where: { id: secret.client_id } })),
      ...(await db().signingKey.findMany()),
    ]
    const text = JSON.stringify(rows)
    for (const value of [access, refresh, secret.client_secret, '"d":']) {
      expect(text).not.toContain(value)
    }
    expect(text).toContain(person.id)
  })
})
