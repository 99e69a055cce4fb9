import { afterEach, describe, expect, it, vi } from 'vitest'
import { deleteDueAccounts, endEverything, requestDeletion } from '@/lib/account/deletion'
import { downloadAccount } from '@/lib/account/download'
import { revokeApp } from '@/lib/connections/apps'
import { listConnections } from '@/lib/connections/connections'
import { db } from '@/lib/data/db'
import { createKey } from '@/lib/keys/keys'
import { mailsSent } from '@/lib/mail/send'
import { cancelDeletion } from '@/lib/people/deletion'
import { replaceRecoveryCodes, takeRecoveryCode } from '@/lib/people/recovery-codes'
import { turnOffSecondFactor } from '@/lib/people/second-factor'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { countNotices, getTarget, listNotices, putAllAway, putAway } from './list'
import { sweepNotices } from './sweep'
import { tell, telling } from './tell'

const sent = vi.hoisted(() => [] as { to: string; subject: string; text: string }[])

vi.mock('@/lib/mail/mode', () => ({ mailMode: () => 'outbox', canMail: () => true }))
vi.mock('@/lib/mail/outbox', () => ({
  writeToOutbox: async (mail: (typeof sent)[number]) => void sent.push(mail),
}))

serveEndpoints()
afterEach(() => {
  sent.length = 0
})

const kindsOf = async (accountId: string) =>
  (await listNotices(accountId)).map(({ kind }) => kind).reverse()

async function mailsTo(email: string) {
  await mailsSent()
  return sent.filter(({ to }) => to === email)
}

const claude = 'https://claude.ai/api/mcp/auth_callback'

describe('a new app', () => {
  it('is told of once, by the page and by mail, under a name that is ours', async () => {
    const person = await createPerson()
    const client = await linking.createClient(claude)
    await linking.link(person, client)
    const [notice] = await listNotices(person.id)
    expect([notice?.kind, notice?.about]).toEqual(['app_connected', 'Claude'])
    const [mail] = await mailsTo(person.email)
    expect(mail?.text).toContain('Claude was connected to your account')
    await linking.link(person, client)
    await linking.link(person, client, { prompt: 'consent' })
    expect(await countNotices(person.id)).toBe(1)
    expect(await mailsTo(person.email)).toHaveLength(1)
  })

  it('is no new one when its host registers anew', async () => {
    const person = await createPerson()
    for (const _ of [1, 2]) await linking.link(person, await linking.createClient(claude))
    await linking.link(person, await linking.createClient('https://mine.example/callback'))
    const names = (await listNotices(person.id)).map(({ about }) => about)
    expect(names).toHaveLength(2)
    expect(names[1]).toBe('Claude')
  })

  it('is new again once the person took it back', async () => {
    const person = await createPerson()
    const client = await linking.createClient(claude)
    await linking.link(person, client)
    await endEverything(person.id)
    await linking.link(person, client)
    expect(await countNotices(person.id)).toBe(2)
  })

  it('is not told of where the person denied it', async () => {
    const person = await createPerson()
    const client = await linking.createClient(claude)
    await linking.authorize(person, linking.authorizeUrl(client), { allow: false })
    expect(await countNotices(person.id)).toBe(0)
  })

  it('names itself nowhere in a mail', async () => {
    const person = await createPerson()
    const client = await linking.createClient('https://evil.example/callback')
    await db().client.update({
      where: { id: client.metadata.client_id },
      data: { name: 'Call 555-0100 now' },
    })
    await linking.link(person, client)
    const [mail] = await mailsTo(person.email)
    expect(mail?.text).toContain('An app was connected')
    expect(JSON.stringify(sent)).not.toMatch(/555|evil/)
  })

  it('ends by what the notice names, also before it was given a token', async () => {
    const person = await createPerson()
    const client = await linking.createClient(claude)
    const back = await linking.authorize(person, linking.authorizeUrl(client))
    const [notice] = await listNotices(person.id)
    const id = String(notice?.id)
    expect(await getTarget((await createPerson()).id, id)).toBeNull()
    await revokeApp(person.id, String(await getTarget(person.id, id)))
    await expect(linking.exchange(client, back)).rejects.toThrow()
    expect(await listConnections(person.id)).toEqual([])
  })
})

describe('what else a person must hear about', () => {
  it('is a key, recovery codes, the second step, and leaving and staying', async () => {
    const { id, email } = await createPerson()
    await createKey(id, { name: 'Mine', scopes: ['email'], days: 30 }, ['email'])
    const [code] = await replaceRecoveryCodes(id)
    await replaceRecoveryCodes(id)
    expect(await takeRecoveryCode(id, String(code))).toBe(false)
    const [next] = await replaceRecoveryCodes(id)
    await takeRecoveryCode(id, String(next))
    await db().authenticator.create({
      data: { accountId: id, secret: 'x', confirmedAt: new Date() },
    })
    await turnOffSecondFactor(id)
    await turnOffSecondFactor(id)
    await requestDeletion(id)
    await requestDeletion(id)
    await cancelDeletion(id)
    await cancelDeletion(id)
    const kinds = [
      ...['key_made', 'recovery_codes_made', 'recovery_codes_made', 'recovery_code_used'],
      ...['two_step_off', 'deletion_scheduled', 'deletion_kept'],
    ]
    expect(await kindsOf(id)).toEqual(kinds)
    expect(await mailsTo(email)).toHaveLength(kinds.length)
  })

  it('is a connection that was stopped because its refresh token came back', async () => {
    const person = await createPerson()
    const client = await linking.createClient()
    const { refresh } = await linking.link(person, client)
    const second = await linking.refresh(client, refresh)
    await linking.refresh(client, String(second.refresh_token))
    await db()
      .$executeRaw`UPDATE "OAuthArtifact" SET "consumedAt" = "consumedAt" - interval '2 minutes'
      WHERE "consumedAt" IS NOT NULL`
    for (const _ of [1, 2]) await linking.refresh(client, refresh).catch(() => null)
    expect(await kindsOf(person.id)).toEqual(['app_connected', 'connection_stopped'])
    expect((await mailsTo(person.email)).map(({ subject }) => subject)).toContain(
      'A connection was stopped',
    )
  })
})

describe('a notice', () => {
  it('is not written where the act fails, nor mailed', async () => {
    const { id: accountId, email } = await createPerson()
    const failing = telling(async (_, tellIt) => {
      await tellIt({ accountId, kind: 'two_step_on' })
      throw new Error('the act failed')
    })
    await expect(failing).rejects.toThrow('the act failed')
    expect(await countNotices(accountId)).toBe(0)
    expect(await mailsTo(email)).toEqual([])
  })

  it('is put away by its person only, and all at once only as far as they saw', async () => {
    const [one, other] = [await createPerson(), await createPerson()]
    for (const kind of ['two_step_on', 'two_step_off', 'key_made'] as const) {
      await tell({ accountId: one.id, kind })
    }
    const [newest, middle, oldest] = await listNotices(one.id)
    await putAway(other.id, String(oldest?.id))
    await putAllAway(other.id, new Date())
    expect(await countNotices(one.id)).toBe(3)
    await putAway(one.id, String(oldest?.id))
    await putAllAway(one.id, middle?.at as Date)
    expect((await listNotices(one.id)).map(({ id }) => id)).toEqual([newest?.id])
  })

  it('fills no mailbox', async () => {
    const { id: accountId, email } = await createPerson()
    for (let i = 0; i < 25; i++) await tell({ accountId, kind: 'key_made' })
    expect((await mailsTo(email)).length).toBe(20)
    expect(await db().notice.count({ where: { accountId } })).toBe(25)
  })

  it('is kept for 90 days, is in the download, and goes with the account', async () => {
    const { id: accountId } = await createPerson()
    await tell({ accountId, kind: 'key_made', about: 'Old' })
    await db().notice.updateMany({
      where: { accountId },
      data: { at: new Date(Date.now() - 91 * 86_400_000) },
    })
    await tell({ accountId, kind: 'key_made', about: 'New' })
    await sweepNotices()
    const { notices } = (await downloadAccount(accountId)) as { notices: { about: string }[] }
    expect(notices.map(({ about }) => about)).toEqual(['New'])
    await db().account.update({ where: { id: accountId }, data: { deleteAfter: new Date() } })
    await deleteDueAccounts()
    expect(await db().notice.count({ where: { accountId } })).toBe(0)
  })
})
