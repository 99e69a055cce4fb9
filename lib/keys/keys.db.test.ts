import { randomBytes } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { activityWritten } from '@/lib/activity/record'
import { getUsage } from '@/lib/activity/usage'
import { db, pool } from '@/lib/data/db'
import { scheduleDeletion } from '@/lib/people/deletion'
import type { Scope } from '@/lib/scopes'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { createKey, listAllKeys, listKeys, revokeAllKeys, revokeKey } from './keys'
import { sweepKeys } from './sweep'

serveEndpoints()

const allowed: Scope[] = ['reservations:read', 'reservations:write']

async function makeKey(scopes: string[] = ['reservations:read'], personId?: string) {
  const id = personId ?? (await createPerson()).id
  const made = await createKey(id, { name: 'My agent', scopes, days: 30 }, allowed)
  if ('errors' in made) throw new Error(JSON.stringify(made.errors))
  const [listed] = await listKeys(id)
  return { accountId: id, key: made.key, id: String(listed?.id) }
}

describe('a key', () => {
  it('opens what it is for, on the API and over MCP, and nothing else', async () => {
    const { accountId, key, id } = await makeKey()
    expect((await linking.callApi(key)).status).toBe(200)
    const call = { method: 'tools/call', params: { name: 'listReservations', arguments: {} } }
    const answer = await (await linking.callMcp(key, call)).json()
    expect(answer.result.structuredContent).toEqual({ reservations: [] })
    const cancel = '/api/reservations/none/cancel'
    expect((await linking.callApi(key, cancel, { method: 'POST' })).status).toBe(403)
    await activityWritten()
    expect((await getUsage(accountId)).get(id)?.total).toBe(3)
  })

  it('is dead within a second of being ended, though just used', async () => {
    const { accountId, key, id } = await makeKey()
    expect((await linking.callApi(key)).status).toBe(200)
    await revokeKey((await createPerson()).id, id)
    expect((await linking.callApi(key)).status).toBe(200)
    await revokeKey(accountId, id)
    expect(await linking.msUntilRefused(key)).toBeLessThan(1000)
    expect(await listKeys(accountId)).toEqual([])
  })

  it('ends with all others of the person', async () => {
    const { accountId, key } = await makeKey()
    await linking.callApi(key)
    await revokeAllKeys(accountId)
    expect(await linking.msUntilRefused(key)).toBeLessThan(1000)
  })

  it('works no longer than its time', async () => {
    const { key, id } = await makeKey()
    await db().apiKey.update({ where: { id }, data: { expiresAt: new Date(Date.now() + 2000) } })
    expect((await linking.callApi(key)).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 2050))
    expect((await linking.callApi(key)).status).toBe(401)
  })

  it('is stored so that it cannot be read', async () => {
    const { accountId, key } = await makeKey()
    const rows = await db().apiKey.findMany({ where: { accountId } })
    expect(JSON.stringify(rows)).not.toContain(key.slice(3, 20))
    expect(rows).toHaveLength(1)
  })

  it.each(['lk_', 'lk_x', `lk_${'a'.repeat(43)}`, `lk_${'a'.repeat(5000)}`, "lk_' OR 1=1"])(
    'is not %s',
    async (key) => {
      const response = await linking.callApi(key)
      expect([response.status, (await response.json()).code]).toEqual([401, 'invalid_token'])
    },
  )
})

describe('keys that there are not', () => {
  const from = (place: string, key: string) =>
    linking.callApi(key, '/api/reservations', { headers: { 'x-forwarded-for': place } })
  const unknown = () => `lk_${randomBytes(32).toString('base64url')}`

  it('are looked up for a place no more than 30 times a minute', async () => {
    const { key } = await makeKey()
    expect((await from('203.0.113.9', key)).status).toBe(200)
    for (let i = 0; i < 30; i++) expect((await from('203.0.113.9', unknown())).status).toBe(401)
    const refused = await from('203.0.113.9', unknown())
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      429,
      'application/problem+json',
    ])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await refused.json()).code).toBe('too_many_requests')
    expect((await from('203.0.113.9', key)).status).toBe(200)
    expect((await from('203.0.113.10', unknown())).status).toBe(401)
    const mcp = await fetch(linking.mcp(), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${unknown()}`,
        'content-type': 'application/json',
        'x-forwarded-for': '203.0.113.9',
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    })
    expect([mcp.status, Number(mcp.headers.get('retry-after')) > 0]).toEqual([429, true])
  })

  it('cost nothing more once their place has to wait', async () => {
    for (let i = 0; i < 31; i++) await from('203.0.113.11', unknown())
    const counted = vi.spyOn(pool(), 'query')
    expect((await from('203.0.113.11', unknown())).status).toBe(429)
    const names = counted.mock.calls.map(([call]) => (call as { name?: string }).name)
    counted.mockRestore()
    expect(names).not.toContain('key_find')
  })
})

describe('a key that ended', () => {
  it('is known for as long as what it did, and no longer', async () => {
    const { accountId, id } = await makeKey()
    await makeKey(['reservations:read'], accountId)
    const end = (field: 'revokedAt' | 'expiresAt', days: number) =>
      db().apiKey.update({
        where: { id },
        data: { [field]: new Date(Date.now() - days * 86_400_000) },
      })
    const left = async () => {
      await sweepKeys()
      return (await listAllKeys(accountId)).length
    }
    await end('revokedAt', 90)
    expect(await left()).toBe(2)
    await end('revokedAt', 92)
    expect(await left()).toBe(1)
  })

  it('goes too where it ended by itself', async () => {
    const { accountId, id } = await makeKey()
    const expiresAt = new Date(Date.now() - 92 * 86_400_000)
    await db().apiKey.update({ where: { id }, data: { expiresAt } })
    await sweepKeys()
    expect(await listAllKeys(accountId)).toEqual([])
  })
})

describe('a new key', () => {
  it('is not made for an account that is about to be deleted', async () => {
    const { id } = await createPerson()
    await scheduleDeletion(id)
    const made = await createKey(id, { name: 'x', scopes: [...allowed], days: 30 }, allowed)
    expect(Object.keys('errors' in made ? made.errors : {})).toEqual(['form'])
    expect(await db().apiKey.count({ where: { accountId: id } })).toBe(0)
  })

  it('is the last one when there are 50, until one is ended', async () => {
    const { id } = await createPerson()
    const make = () => createKey(id, { name: 'x', scopes: [...allowed], days: 30 }, allowed)
    for (let n = 0; n < 50; n += 1) expect(await make()).toHaveProperty('key')
    expect(await make()).toHaveProperty('errors.form')
    await revokeKey(id, String((await listKeys(id))[0]?.id))
    expect(await make()).toHaveProperty('key')
  })

  it('is not made of wrong wishes, nor with a scope that is not to be given', async () => {
    const { id } = await createPerson()
    const wish = { name: 'x', scopes: ['reservations:read'], days: 30 }
    const wrong = [
      [{ ...wish, name: ' \u202e ' }, 'name'],
      [{ ...wish, scopes: [] }, 'scopes'],
      [{ ...wish, scopes: ['openid', 'admin'] }, 'scopes'],
      [{ ...wish, days: 100_000 }, 'days'],
      [{ ...wish, days: Number.NaN }, 'days'],
    ] as const
    for (const [input, field] of wrong) {
      const made = await createKey(id, { ...input, scopes: [...input.scopes] }, allowed)
      expect(Object.keys('errors' in made ? made.errors : {})).toEqual([field])
    }
    expect(await listKeys(id)).toEqual([])
  })
})
