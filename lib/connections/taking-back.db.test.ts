import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { sweepGrants } from '@/lib/oauth/grants'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { listApps, revokeApp } from './apps'
import {
  listAllConnections,
  listConnections,
  revokeAllConnections,
  revokeConnections,
} from './connections'
import { reduceConnection } from './reduce'

serveEndpoints()

async function connect() {
  const person = await createPerson()
  const client = await linking.createClient()
  const { access, refresh } = await linking.link(person, client)
  const [connection] = await listConnections(person.id)
  return { person, client, access, refresh, id: String(connection?.id) }
}

/** Cancels nothing: what it is answered tells whether the token may write. */
const write = async (token: string) =>
  (await linking.callApi(token, '/api/reservations/none/cancel', { method: 'POST' })).status

async function msUntil(condition: () => Promise<boolean>): Promise<number> {
  const start = performance.now()
  while (performance.now() - start < 3000) {
    if (await condition()) return performance.now() - start
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return Number.POSITIVE_INFINITY
}

describe('allowing less', () => {
  it('takes the scope from a token that was just used within a second, and leaves the rest', async () => {
    const { person, access, id } = await connect()
    expect(await write(access)).toBe(404)
    await reduceConnection(person.id, id, ['reservations:read'])
    expect(await msUntil(async () => (await write(access)) === 403)).toBeLessThan(1000)
    expect((await linking.callApi(access)).status).toBe(200)
  })

  it('holds for the tokens of later refreshes, and is what the person sees', async () => {
    const { person, client, refresh, id } = await connect()
    await reduceConnection(person.id, id, ['reservations:read'])
    const tokens = await linking.refresh(client, refresh)
    expect(tokens.scope).toBe('reservations:read')
    expect(await write(tokens.access_token)).toBe(403)
    const [connection] = await listConnections(person.id)
    expect(connection?.scopes).toEqual(['reservations:read'])
  })

  it('never gives more, and never touches what is somebody else’s', async () => {
    const { person, access, id } = await connect()
    const other = await createPerson()
    await reduceConnection(other.id, id, [])
    await reduceConnection(person.id, id, ['reservations:read', 'reservations:write', 'email'])
    expect(await write(access)).toBe(404)
    const [connection] = await listConnections(person.id)
    expect(connection?.scopes).toEqual(['reservations:read', 'reservations:write'])
    await reduceConnection(person.id, id, ['reservations:read'])
    await reduceConnection(person.id, id, ['reservations:read', 'reservations:write'])
    expect((await listConnections(person.id))[0]?.scopes).toEqual(['reservations:read'])
  })

  it('is not given back when the app connects anew, and the person is not asked', async () => {
    const { person, client, id } = await connect()
    await reduceConnection(person.id, id, ['reservations:read'])
    const { location } = await person.browser.visit(linking.authorizeUrl(client))
    const tokens = await linking.exchange(client, new URL(String(location)))
    expect(tokens.scope).toBe('reservations:read')
    expect(await write(tokens.access_token)).toBe(403)
  })

  it('is a question once the app was refused for want of it', async () => {
    const { person, client, access, id } = await connect()
    await reduceConnection(person.id, id, ['reservations:read'])
    await msUntil(async () => (await write(access)) === 403)
    const { location } = await person.browser.visit(linking.authorizeUrl(client))
    const { scopes } = await linking.seeConsent(person, String(location))
    expect(scopes.find(({ name }) => name === 'reservations:write')).toMatchObject({
      state: 'choice',
      missed: true,
    })
  })

  it('holds against a younger connection of the same app', async () => {
    const { person, client, id } = await connect()
    await linking.link(person, client)
    await reduceConnection(person.id, id, ['reservations:read'])
    const { location } = await person.browser.visit(linking.authorizeUrl(client))
    const tokens = await linking.exchange(client, new URL(String(location)))
    expect(tokens.scope).toBe('reservations:read')
  })

  it('answers what the app was refused for before', async () => {
    const person = await createPerson()
    const client = await linking.createClient()
    const { access } = await linking.link(person, client, {}, { onlyLook: true })
    expect(await write(access)).toBe(403)
    await linking.link(person, client)
    const [newest] = await listConnections(person.id)
    await reduceConnection(person.id, String(newest?.id), ['reservations:read'])
    const { location } = await person.browser.visit(linking.authorizeUrl(client))
    expect(location).toContain(client.redirectUri)
  })

  it('shows until when a connection is allowed', async () => {
    const person = await createPerson()
    await linking.link(person, await linking.createClient(), {}, { length: 'month' })
    const [connection] = await listConnections(person.id)
    const days = (Number(connection?.endsAt) - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(30)
  })
})

describe('allowing less at one of several connections', () => {
  it('is not undone by what another one was allowed before', async () => {
    const { person, client } = await connect()
    await linking.link(person, client)
    const [newest] = await listConnections(person.id)
    await reduceConnection(person.id, String(newest?.id), ['reservations:read'])
    const { location } = await person.browser.visit(linking.authorizeUrl(client))
    const tokens = await linking.exchange(client, new URL(String(location)))
    expect(tokens.scope).toBe('reservations:read')
  })

  it('does not bring back what a newer one was not given', async () => {
    const { person, client, id } = await connect()
    const extra = { prompt: 'consent' }
    await linking.link(person, client, extra, { leaveOut: ['reservations:read'] })
    await reduceConnection(person.id, id, ['reservations:read'])
    const { location } = await person.browser.visit(linking.authorizeUrl(client))
    expect(location).toMatch(/^\/interaction\//)
    const { scopes } = await linking.seeConsent(person, String(location))
    expect(scopes.map(({ name, state, on }) => [name, state, on])).toEqual([
      ['reservations:read', 'choice', false],
      ['reservations:write', 'choice', false],
    ])
  })

  it('is settled by what is allowed anew', async () => {
    const { person, client, id } = await connect()
    await reduceConnection(person.id, id, ['reservations:read'])
    await linking.link(person, client)
    const { location } = await person.browser.visit(linking.authorizeUrl(client))
    expect(location).not.toMatch(/^\/interaction\//)
  })
})

describe('apps', () => {
  const grant = (accountId: string, clientName: string, redirectUri: string) =>
    db().grant.create({
      data: {
        ...{ id: randomUUID(), accountId, clientId: randomUUID(), clientName, redirectUri },
        payload: '{"openid":{"scope":"reservations:read"}}',
        expiresAt: new Date(Date.now() + 60_000),
        artifacts: { create: { kind: 'RefreshToken', id: randomUUID(), payload: '{}' } },
      },
    })

  it('are one each, however often a host registers, and end as one', async () => {
    const { id } = await createPerson()
    for (const port of [1, 2, 3]) await grant(id, 'Cursor', `http://localhost:${port}/callback`)
    await grant(id, 'Mine', 'https://mine.example/callback')
    await grant(id, 'Mine', 'https://mine.example/callback')
    const apps = await listApps(id)
    expect(apps.map((app) => [app.name, app.connections.length]).sort()).toEqual([
      ['Cursor', 3],
      ['Mine', 2],
    ])
    await revokeApp((await createPerson()).id, 'cursor')
    expect(await listConnections(id)).toHaveLength(5)
    await revokeApp(id, 'cursor')
    expect((await listApps(id)).map((app) => app.name)).toEqual(['Mine'])
  })

  it('do not hide among another’s by what they call themselves', async () => {
    const { id } = await createPerson()
    await grant(id, 'Cursor', 'http://localhost:1/callback')
    await grant(id, 'Cursor', 'https://evil.example/callback')
    expect(await listApps(id)).toHaveLength(2)
  })
})

describe('an app that takes no refresh tokens', () => {
  async function connectForAnHour() {
    const person = await createPerson()
    const redirectUri = 'https://hour.example/callback'
    const response = await fetch(`${env().origin}/oauth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'none',
      }),
    })
    const client = linking.openClient((await response.json()).client_id, redirectUri)
    const api = `${env().origin}/api`
    return { person, ...(await linking.linkOpen(person, client, api)) }
  }

  it('is seen, and ended within a second, as long as its token lives', async () => {
    const { person, access, tokens } = await connectForAnHour()
    expect(tokens.refresh_token).toBeUndefined()
    expect((await linking.callApi(access)).status).toBe(200)
    const [connection] = await listConnections(person.id)
    expect(connection?.redirectHost).toBe('hour.example')
    await revokeConnections(person.id, [String(connection?.id)])
    expect(await linking.msUntilRefused(access)).toBeLessThan(1000)
    expect(await listConnections(person.id)).toEqual([])
  })

  it('is not seen any more when that has ended', async () => {
    const { person } = await connectForAnHour()
    await db().$executeRaw`
      UPDATE "OAuthArtifact" a SET "consumedAt" = a."consumedAt" - interval '1 hour'
      FROM "Grant" g WHERE g."id" = a."grantId" AND g."accountId" = ${person.id}`
    expect(await listConnections(person.id)).toEqual([])
  })
})

describe('ending', () => {
  it('ends one, or everything, within a second, and only what is one’s own', async () => {
    const [one, other] = [await connect(), await connect()]
    await revokeConnections(other.person.id, [one.id])
    expect((await linking.callApi(one.access)).status).toBe(200)
    await revokeConnections(one.person.id, [one.id])
    expect(await linking.msUntilRefused(one.access)).toBeLessThan(1000)
    await revokeAllConnections(other.person.id)
    expect(await linking.msUntilRefused(other.access)).toBeLessThan(1000)
  })
})

describe('a connection that ended', () => {
  it.each(['revokedAt', 'expiresAt'] as const)(
    'is forgotten 180 days after its %s',
    async (end) => {
      const [{ person, id }, living] = [await connect(), await connect()]
      const left = async (days: number) => {
        const at = new Date(Date.now() - days * 86_400_000)
        await db().grant.update({ where: { id }, data: { [end]: at } })
        await sweepGrants()
        return (await listAllConnections(person.id)).length
      }
      expect(await left(179)).toBe(1)
      expect(await left(181)).toBe(0)
      expect((await linking.callApi(living.access)).status).toBe(200)
    },
  )
})
