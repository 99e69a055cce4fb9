import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { downloadAccount } from '@/lib/account/download'
import { db, disconnect } from '@/lib/data/db'
import { createPerson } from '@/lib/testing/people'
import { checkCredentials } from './credentials'
import {
  createByIdentity,
  findByIdentity,
  linkIdentity,
  listIdentities,
  unlinkIdentity,
} from './identities'
import { removePasskey } from './passkeys'
import { checkPassword } from './password-change'

const operator = `${randomUUID()}@example.com`
const github = 'https://github.com'

beforeAll(() => {
  Object.assign(process.env, { FIRST_OPERATOR_EMAIL: operator })
  Object.assign(process.env, { GITHUB_CLIENT_ID: 'a', GITHUB_CLIENT_SECRET: 'b' })
})

afterAll(disconnect)

const anIdentity = (email = `${randomUUID()}@example.com`) => ({
  issuer: github,
  subject: randomUUID(),
  name: 'Ada',
  email,
  hint: email,
})

const accountOf = (id: string | null) =>
  db().account.findUniqueOrThrow({ where: { id: String(id) } })

it('makes an account of a proved address, once, and no password opens it', async () => {
  // The first statement of a process takes its time, and the second then waits too long for its turn.
  await createPerson()
  const ada = anIdentity()
  const made = await Promise.all([1, 2].map(() => createByIdentity(ada)))
  const [id = ''] = made.filter((one) => one !== null)
  expect(made.filter((one) => one !== null)).toHaveLength(1)
  expect((await accountOf(id)).emailVerifiedAt).not.toBeNull()
  expect(await findByIdentity(ada)).toBe(id)
  for (const password of ['null', 'undefined', 'x']) {
    expect(await checkCredentials({ email: ada.email, password }, randomUUID())).toHaveProperty(
      'errors',
    )
  }
})

it('who has no password yet is told where to set one', async () => {
  const { email, ...identity } = anIdentity()
  const id = String(await createByIdentity({ ...identity, email }))
  const errors = await checkPassword({ id, email }, 'guess', randomUUID())
  expect(errors?.form).toMatchObject({ key: 'settings.noPassword' })
})

it('the first operator’s address makes an operator here too', async () => {
  // Other files of tests make one in this database, too.
  await db().account.updateMany({ where: { role: 'operator' }, data: { role: 'member' } })
  expect((await accountOf(await createByIdentity(anIdentity(operator)))).role).toBe('operator')
  expect((await accountOf(await createByIdentity(anIdentity()))).role).toBe('member')
})

it('one identity is one person’s, and the same number elsewhere is another', async () => {
  const [ada, bob, identity] = [await createPerson(), await createPerson(), anIdentity()]
  expect(await linkIdentity(ada.id, identity)).toBe(true)
  expect(await linkIdentity(ada.id, identity)).toBe(true)
  expect(await linkIdentity(bob.id, identity)).toBe(false)
  expect(await findByIdentity({ ...identity, issuer: 'https://accounts.google.com' })).toBeNull()
  expect(await createByIdentity(identity)).toBeNull()
  expect(await db().account.count({ where: { email: identity.email } })).toBe(0)
})

it('linking proves an address only when it is the account’s', async () => {
  const ada = await createPerson()
  await linkIdentity(ada.id, anIdentity())
  expect((await accountOf(ada.id)).emailVerifiedAt).toBeNull()
  await linkIdentity(ada.id, anIdentity(ada.email))
  expect((await accountOf(ada.id)).emailVerifiedAt).not.toBeNull()
})

it('the last way in stays, also when two go at once', async () => {
  const id = String(await createByIdentity(anIdentity()))
  await linkIdentity(id, anIdentity())
  const both = await listIdentities(id)
  const gone = await Promise.all(both.map((one) => unlinkIdentity(id, one.id)))
  expect(gone.filter(Boolean)).toHaveLength(1)

  const passkey = randomUUID()
  const publicKey = new Uint8Array(1)
  await db().passkey.create({ data: { id: passkey, accountId: id, name: 'x', publicKey } })
  const [last] = await listIdentities(id)
  expect(await unlinkIdentity(id, String(last?.id))).toBe(true)
  expect(await removePasskey(id, passkey)).toBe(false)
})

it('a provider that this site does not offer any more is no way in', async () => {
  const id = String(await createByIdentity(anIdentity()))
  await linkIdentity(id, { ...anIdentity(), issuer: 'https://gone.example' })
  const known = (await listIdentities(id)).find(({ issuer }) => issuer === github)
  expect(await unlinkIdentity(id, String(known?.id))).toBe(false)
})

it('somebody else’s identity stays', async () => {
  const [ada, bob] = [await createPerson(), await createPerson()]
  await linkIdentity(ada.id, anIdentity())
  const [identity] = await listIdentities(ada.id)
  await unlinkIdentity(bob.id, String(identity?.id))
  expect(await listIdentities(ada.id)).toHaveLength(1)
})

it('is part of the download, and goes with the account', async () => {
  const identity = anIdentity()
  const id = String(await createByIdentity(identity))
  expect((await downloadAccount(id)).identities).toMatchObject([{ subject: identity.subject }])
  await db().account.delete({ where: { id } })
  expect(await findByIdentity(identity)).toBeNull()
})
