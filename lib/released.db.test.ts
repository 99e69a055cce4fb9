import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { commandLine } from '@/lib/audit/audit'
import { listAudit } from '@/lib/audit/list'
import { db, pool } from '@/lib/data/db'
import { env } from '@/lib/env'
import { accept, grantAccess, invite, refuseAccess, remove } from '@/lib/letting-in'
import { listNotices } from '@/lib/notices/list'
import { catalog } from '@/lib/operations'
import { surfaces, withheld } from '@/lib/release/exposure'
import { places } from '@/lib/release/places'
import { listRequests, readRequest, requestAccess } from '@/lib/release/requests'
import { operationStages, pluginStage, type Stage } from '@/lib/release/stage'
import { forgetStandings, standingOf } from '@/lib/release/standing'
import { isInvitation, listTesters } from '@/lib/release/testers'
import { changeSetting, readForChange, type Setting } from '@/lib/settings/setting'
import * as linking from '@/lib/testing/link'
import { createPerson, type TestPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

vi.mock('@/lib/mail/mode', () => ({ mailMode: () => 'none', canMail: () => false }))

serveEndpoints()

// Test files share the database: what is set here must hold here only.
for (const setting of [pluginStage, operationStages, withheld, places]) {
  setting.name = `${setting.name}-${randomUUID()}`
}

async function set<Value>(setting: Setting<Value>, value: Value) {
  const { version } = await readForChange(setting)
  expect(await changeSetting(setting, { value, version, by: commandLine })).toBe(true)
}

afterEach(async () => {
  const names = [pluginStage, operationStages, withheld, places].map(({ name }) => name)
  await db().setting.deleteMany({ where: { name: { in: names } } })
  await readForChange(pluginStage)
  await db().tester.deleteMany()
  forgetStandings()
})

/** As another process does it: this one is not told. */
const setElsewhere = (stage: Stage) =>
  db().setting.create({ data: { name: pluginStage.name, value: stage } })

async function linkBoth(person: TestPerson) {
  const api = await linking.link(person, await linking.createClient())
  const open = linking.openClient('latchkey-docs', `${env().origin}/docs/callback`)
  const mcp = await linking.linkOpen(person, open)
  return { api: api.access, mcp: mcp.access }
}

const reservations = (token: string) => linking.callApi(token)

async function rpc(token: string | null, method: string, params: object = {}) {
  const response = await fetch(linking.mcp(), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

async function toolsOf(token: string | null): Promise<string[]> {
  const { body } = await rpc(token, 'tools/list')
  return body.result.tools.map(({ name }: { name: string }) => name)
}

async function invited(email: string): Promise<string> {
  return (
    String(await invite(email, commandLine))
      .split('/')
      .pop() ?? ''
  )
}

const toInvited = ({ id, email }: TestPerson, emailVerified = false) => ({
  id,
  email,
  emailVerified,
})

async function makeTester(person: TestPerson): Promise<void> {
  expect(await accept(toInvited(person), await invited(person.email), commandLine)).toBe(true)
}

const kindsOf = async ({ id }: TestPerson) => (await listNotices(id)).map(({ kind }) => kind)

describe('the stage', () => {
  it('changes within a second on either surface, for connections that exist', async () => {
    const person = await createPerson()
    const token = await linkBoth(person)
    expect((await reservations(token.api)).status).toBe(200)
    expect(await toolsOf(token.mcp)).toContain('listReservations')
    await setElsewhere('testing')
    const status = async () => (await reservations(token.api)).status
    await expect.poll(status, { timeout: 1000, interval: 50 }).toBe(403)
    const refusal = await reservations(token.api)
    expect(refusal.headers.get('www-authenticate')).toBeNull()
    expect(await refusal.json()).toMatchObject({
      code: 'not_let_in',
      detail: expect.stringContaining(`${env().origin}/account`),
    })
    expect(await toolsOf(token.mcp)).toEqual([])
    const called = await rpc(token.mcp, 'tools/call', { name: 'listReservations', arguments: {} })
    expect([called.status, called.body.result.isError]).toEqual([200, true])
    expect(called.body.result._meta['latchkey/code']).toBe('not_let_in')
    await makeTester(person)
    expect((await reservations(token.api)).status).toBe(200)
    expect(await toolsOf(token.mcp)).toContain('listReservations')
    await set(pluginStage, 'private')
    expect((await reservations(token.api)).status).toBe(403)
    await db().account.update({ where: { id: person.id }, data: { role: 'operator' } })
    forgetStandings()
    expect((await reservations(token.api)).status).toBe(200)
  })

  it('asks somebody unknown to connect, where nothing is open to strangers', async () => {
    await set(pluginStage, 'testing')
    const asked = await rpc(null, 'initialize', { protocolVersion: '2025-06-18' })
    expect(asked.status).toBe(401)
    expect(asked.headers.get('www-authenticate')).toContain('resource_metadata=')
    expect((await fetch(`${env().origin}/api/stays?where=Paris`)).status).toBe(401)
  })

  it('of one operation hides that one, from whoever is not let in', async () => {
    const [stranger, tester] = [await createPerson(), await createPerson()]
    const [token, testers] = [await linkBoth(stranger), await linkBoth(tester)]
    await makeTester(tester)
    await set(operationStages, { listReservations: 'testing' })
    expect(await toolsOf(token.mcp)).not.toContain('listReservations')
    expect(await toolsOf(null)).not.toContain('listReservations')
    expect(await toolsOf(token.mcp)).toContain('searchStays')
    expect(await toolsOf(testers.mcp)).toContain('listReservations')
    expect((await reservations(token.api)).status).toBe(403)
    expect((await reservations(testers.api)).status).toBe(200)
  })

  it('costs no statement for each call', async () => {
    const { id } = await createPerson()
    await set(pluginStage, 'testing')
    await standingOf(id)
    const asked = vi.spyOn(pool(), 'query')
    for (let call = 0; call < 50; call += 1) await standingOf(id)
    expect(asked.mock.calls.length).toBeLessThanOrEqual(1)
    asked.mockRestore()
  })
})

describe('what is published', () => {
  const read = async (path: string, person?: TestPerson) => {
    const headers = { cookie: person?.browser.cookies() ?? '' }
    const response = await fetch(env().origin + path, { headers })
    return { headers: response.headers, text: await response.text() }
  }
  const documents = ['/openapi.json', '/openapi-3.0.json', '/copilot/openapi.json', '/llms.txt']

  it.each([...documents, '/gpt-action/openapi.json', '/copilot/ai-plugin.json'])(
    '%s speaks to strangers of what is public, and to a tester of theirs',
    async (path) => {
      const [stranger, tester] = [await createPerson(), await createPerson()]
      await makeTester(tester)
      expect((await read(path)).text).toContain('getReservation')
      await set(operationStages, { getReservation: 'testing' })
      for (const reader of [undefined, stranger]) {
        const { text, headers } = await read(path, reader)
        expect(text).toContain('searchStays')
        expect(text).not.toContain('getReservation')
        expect(headers.get('cache-control')).toBe('public, no-cache')
      }
      const own = await read(path, tester)
      expect(own.text).toContain('getReservation')
      expect(own.headers.get('cache-control')).toBe('private, no-cache')
    },
  )

  it('is not there at all on a surface that it is withheld from', async () => {
    const { api, mcp } = await linkBoth(await createPerson())
    const without = (on: readonly string[]) =>
      withheld.schema.parse(
        Object.fromEntries(
          surfaces.map((one) => [one, on.includes(one) ? ['listReservations'] : []]),
        ),
      )
    await set(withheld, without(['mcp', 'plugin']))
    expect(await toolsOf(mcp)).not.toContain('listReservations')
    const call = await rpc(mcp, 'tools/call', { name: 'listReservations', arguments: {} })
    expect(call.body.error.message).toBe('There is no tool of this name.')
    expect((await read('/openapi.json')).text).not.toContain('listReservations')
    expect((await read('/gpt-action/openapi.json')).text).toContain('listReservations')
    expect((await reservations(api)).status).toBe(200)
    await set(withheld, without(['plugin', 'action', 'copilot']))
    expect(await toolsOf(mcp)).toContain('listReservations')
    expect(await (await reservations(api)).json()).toMatchObject({ code: 'method_not_allowed' })
    await set(withheld, {
      ...without([]),
      ...Object.fromEntries(
        surfaces.map((one) => [one, catalog.operations.map(({ name }) => name)]),
      ),
    })
    expect(await (await reservations(api)).json()).toMatchObject({ code: 'not_found' })
    expect(await toolsOf(mcp)).toEqual([])
  })
})

describe('an invitation', () => {
  it('is for its address: by the link, or by signing in once that is proved', async () => {
    const [guest, other] = [await createPerson(), await createPerson()]
    const token = await invited(guest.email.toUpperCase())
    expect(await isInvitation(token)).toBe(true)
    expect(await accept(toInvited(other, true), token, commandLine)).toBe(false)
    expect(await accept(toInvited(guest), null, commandLine)).toBe(false)
    expect(await accept(toInvited(guest), 'another token', commandLine)).toBe(false)
    expect(await standingOf(guest.id)).toBe('stranger')
    expect(await accept(toInvited(guest, true), null, commandLine)).toBe(true)
    expect(await standingOf(guest.id)).toBe('tester')
    expect(await isInvitation(token)).toBe(false)
    expect(await accept(toInvited(guest), token, commandLine)).toBe(false)
    const rows = await db().tester.findMany({ where: { accountId: guest.id } })
    expect(rows).toMatchObject([{ email: null, tokenHash: null }])
    expect(await kindsOf(guest)).toEqual(['tester_added'])
    await expect(invite(guest.email, commandLine)).rejects.toThrow('a tester already')
  })

  it('ends when it is taken back, made anew or too old, and a tester’s place when removed', async () => {
    const guest = await createPerson()
    const first = await invited(guest.email)
    const second = await invited(guest.email)
    expect(await accept(toInvited(guest), first, commandLine)).toBe(false)
    await db().tester.updateMany({ data: { expiresAt: new Date() } })
    expect(await accept(toInvited(guest, true), second, commandLine)).toBe(false)
    expect(await listTesters()).toEqual([])
    await makeTester(guest)
    const [row] = await listTesters()
    await remove(String(row?.id), commandLine)
    await expect(remove(String(row?.id), commandLine)).rejects.toThrow('Somebody else')
    expect(await standingOf(guest.id)).toBe('stranger')
    expect(await kindsOf(guest)).toEqual(['tester_removed', 'tester_added'])
    const { rows } = await listAudit({ target: String(row?.id) }, {})
    const acts = ['tester.removed', 'tester.accepted', 'tester.invited']
    expect(rows.map(({ act }) => act).slice(0, 3)).toEqual(acts)
    expect(JSON.stringify(rows)).not.toContain(guest.email)
  })

  it('takes one of the places, however many are made at once', async () => {
    await set(places, { testers: 2, days: 30 })
    const made = await Promise.allSettled(
      Array.from({ length: 6 }, () => invite(`${randomUUID()}@example.com`, commandLine)),
    )
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    const [refused] = made.filter((one) => one.status === 'rejected')
    expect(String(refused?.reason)).toContain('All 2 places are taken')
    expect(await listTesters()).toHaveLength(2)
    await expect(invite('nobody', commandLine)).rejects.toThrow('Enter an address')
  })
})

describe('a request for access', () => {
  it('is made once, is text, and is answered once', async () => {
    const person = await createPerson()
    await requestAccess(person.id, `<b>Please</b>\u202e ${'x'.repeat(400)}`)
    await requestAccess(person.id, 'again')
    const { rows } = await listRequests({ state: 'waiting', who: person.email }, {})
    expect(rows).toHaveLength(1)
    expect(rows[0]?.note).toMatch(/^<b>Please<\/b> x+…$/)
    expect(rows[0]?.note?.length).toBe(300)
    const both = await Promise.allSettled([
      grantAccess(person.id, commandLine),
      grantAccess(person.id, commandLine),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await standingOf(person.id)).toBe('tester')
    expect(await kindsOf(person)).toEqual(['tester_added'])
    await expect(refuseAccess(person.id, commandLine)).rejects.toThrow('Somebody else')
  })

  it('that was refused stays so until an operator lets them in after all', async () => {
    await set(places, { testers: 1, days: 30 })
    const [person, tester] = [await createPerson(), await createPerson()]
    await requestAccess(person.id, '')
    await refuseAccess(person.id, commandLine)
    await requestAccess(person.id, 'once more')
    expect(await readRequest(person.id)).toBe('refused')
    await makeTester(tester)
    await expect(grantAccess(person.id, commandLine)).rejects.toThrow('places are taken')
    expect(await readRequest(person.id)).toBe('refused')
    await set(places, { testers: 2, days: 30 })
    await grantAccess(person.id, commandLine)
    expect(await kindsOf(person)).toEqual(['tester_added', 'access_refused'])
  })
})
