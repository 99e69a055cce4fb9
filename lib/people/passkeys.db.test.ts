import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { env } from '@/lib/env'
import { createPerson } from '@/lib/testing/people'
import { createSoftwarePasskey } from '@/lib/testing/software-passkey'
import {
  addPasskey,
  checkPasskey,
  createPasskeyOptions,
  createSignInOptions,
  listPasskeys,
  removePasskey,
  renamePasskey,
} from './passkeys'
import { replaceRecoveryCodes } from './recovery-codes'
import { askForPasskey, needsSecondFactor } from './second-factor'

let here: { origin: string; rpID: string }

beforeAll(() => {
  here = { origin: env().origin, rpID: new URL(env().origin).hostname }
})
afterAll(disconnect)

const newChallenge = () => randomBytes(32).toString('base64url')

async function createOwner(counter = 0) {
  const { id, email } = await createPerson()
  const passkey = createSoftwarePasskey(here)
  const challenge = newChallenge()
  const response = passkey.register({ challenge, counter })
  expect(await addPasskey(id, 'Phone', { response, challenge })).toBe(true)
  return { id, email, passkey }
}

describe('adding a passkey', () => {
  it('refuses an answer to another challenge', async () => {
    const { id } = await createPerson()
    const response = createSoftwarePasskey(here).register({ challenge: newChallenge() })
    expect(await addPasskey(id, 'Phone', { response, challenge: newChallenge() })).toBe(false)
  })

  it.each([
    ['origin', { origin: 'https://evil.example' }],
    ['rpID', { rpID: 'evil.example' }],
  ])('refuses one that was made for the %s of another site', async (_, other) => {
    const { id } = await createPerson()
    const challenge = newChallenge()
    const response = createSoftwarePasskey({ ...here, ...other }).register({ challenge })
    expect(await addPasskey(id, 'Phone', { response, challenge })).toBe(false)
  })

  it('refuses one that another account has already', async () => {
    const { passkey } = await createOwner()
    const { id } = await createPerson()
    const challenge = newChallenge()
    const response = passkey.register({ challenge })
    expect(await addPasskey(id, 'Mine', { response, challenge })).toBe(false)
    expect(await listPasskeys(id)).toEqual([])
  })

  it('stops at 20, however many were begun while there was room', async () => {
    const { id: accountId } = await createPerson()
    const publicKey = new Uint8Array(1)
    const kept = Array.from({ length: 18 }, () => ({ id: newChallenge(), accountId, publicKey }))
    await db().passkey.createMany({ data: kept.map((one) => ({ ...one, name: 'x' })) })
    const challenge = newChallenge()
    const add = () => {
      const response = createSoftwarePasskey(here).register({ challenge })
      return addPasskey(accountId, 'x', { response, challenge })
    }
    const added = await Promise.all(Array.from({ length: 5 }, add))
    expect(added.filter(Boolean)).toHaveLength(2)
    expect(await listPasskeys(accountId)).toHaveLength(20)
  })

  it('tells the device which it has, so that it makes no second one', async () => {
    const { id, email, passkey } = await createOwner()
    const options = await createPasskeyOptions({ id, email, name: 'Ada' })
    expect(options?.excludeCredentials?.map((one) => one.id)).toEqual([passkey.id])
  })

  it('is no inner error with something that is no answer at all', async () => {
    const { id } = await createPerson()
    for (const response of [null, undefined, {}, { id: 'x' }, 'text'] as never[]) {
      expect(await addPasskey(id, 'x', { response, challenge: 'x' })).toBe(false)
      expect(await checkPasskey(response, { challenge: 'x', alone: true })).toBeNull()
    }
  })
})

describe('signing in with a passkey', () => {
  it('tells whose it is', async () => {
    const { id, passkey } = await createOwner()
    const challenge = newChallenge()
    const response = passkey.answer({ challenge, userHandle: id })
    expect(await checkPasskey(response, { challenge, alone: true })).toBe(id)
    expect((await listPasskeys(id))[0]?.lastUsedAt).toBeInstanceOf(Date)
  })

  it('refuses an answer to another challenge', async () => {
    const { passkey } = await createOwner()
    const response = passkey.answer({ challenge: newChallenge() })
    expect(await checkPasskey(response, { challenge: newChallenge(), alone: true })).toBeNull()
  })

  it.each([
    ['origin', { origin: 'https://evil.example' }],
    ['rpID', { rpID: 'evil.example' }],
  ])('refuses an answer that was given to the %s of another site', async (_, other) => {
    const { id } = await createPerson()
    const elsewhere = createSoftwarePasskey({ ...here, ...other })
    const owner = await createOwner()
    // The same key, as a site in the middle would have it answer.
    await db().passkey.create({
      data: {
        id: elsewhere.id,
        accountId: id,
        name: 'x',
        publicKey: new Uint8Array(elsewhere.coseKey),
      },
    })
    const challenge = newChallenge()
    const response = elsewhere.answer({ challenge })
    expect(await checkPasskey(response, { challenge, alone: true })).toBeNull()
    const right = owner.passkey.answer({ challenge })
    expect(await checkPasskey(right, { challenge, alone: true })).toBe(owner.id)
  })

  it('refuses another key’s signature', async () => {
    const { passkey } = await createOwner()
    const challenge = newChallenge()
    const forged = {
      ...createSoftwarePasskey(here).answer({ challenge }),
      id: passkey.id,
      rawId: passkey.id,
    }
    expect(await checkPasskey(forged, { challenge, alone: true })).toBeNull()
  })

  it('refuses a user handle that is somebody else’s', async () => {
    const [mine, theirs] = [await createOwner(), await createOwner()]
    const challenge = newChallenge()
    const response = mine.passkey.answer({ challenge, userHandle: theirs.id })
    expect(await checkPasskey(response, { challenge, alone: true })).toBeNull()
  })

  it('wants the device to make sure who it is, unless a password came before', async () => {
    const { id, passkey } = await createOwner()
    const challenge = newChallenge()
    const response = passkey.answer({ challenge, verified: false })
    expect(await checkPasskey(response, { challenge, alone: true })).toBeNull()
    expect(await checkPasskey(response, { challenge, alone: false })).toBe(id)
  })

  it('refuses a copied one from when its counter falls back, and says so to the owner', async () => {
    const { id, passkey } = await createOwner(5)
    const challenge = newChallenge()
    const check = (counter: number) =>
      checkPasskey(passkey.answer({ challenge, counter }), { challenge, alone: true })
    expect(await check(7)).toBe(id)
    expect(await check(7)).toBeNull()
    expect((await listPasskeys(id))[0]?.copiedAt).toBeInstanceOf(Date)
    expect(await check(8)).toBeNull()
  })

  it('takes a counter once, of five answers at the same moment', async () => {
    const { passkey } = await createOwner(5)
    const challenge = newChallenge()
    const response = passkey.answer({ challenge, counter: 6 })
    const results = await Promise.all(
      Array.from({ length: 5 }, () => checkPasskey(response, { challenge, alone: true })),
    )
    expect(results.filter(Boolean)).toHaveLength(1)
  })

  it('asks a stranger’s device for any passkey, and names none', async () => {
    await createOwner()
    expect(await createSignInOptions(null)).toMatchObject({
      allowCredentials: [],
      userVerification: 'required',
    })
  })
})

describe('removing the last passkey', () => {
  const kindsOf = async (accountId: string) =>
    (await db().notice.findMany({ where: { accountId } })).map(({ kind }) => kind)

  it('ends that one is asked for, and the next one does not bring it back', async () => {
    const { id, passkey } = await createOwner()
    await askForPasskey(id)
    await replaceRecoveryCodes(id)
    expect(await removePasskey(id, passkey.id)).toBe(true)
    expect(await db().recoveryCode.count({ where: { accountId: id } })).toBe(0)
    expect(await kindsOf(id)).toContain('two_step_off')
    const challenge = newChallenge()
    const response = createSoftwarePasskey(here).register({ challenge })
    expect(await addPasskey(id, 'Laptop', { response, challenge })).toBe(true)
    expect(await needsSecondFactor(id)).toBe(false)
  })

  it('leaves the second step to the authenticator app, with its recovery codes', async () => {
    const { id, passkey } = await createOwner()
    await askForPasskey(id)
    await replaceRecoveryCodes(id)
    await db().authenticator.create({
      data: { accountId: id, secret: 'x', confirmedAt: new Date() },
    })
    expect(await removePasskey(id, passkey.id)).toBe(true)
    expect(await needsSecondFactor(id)).toBe(true)
    expect(await db().recoveryCode.count({ where: { accountId: id } })).toBe(10)
    expect(await kindsOf(id)).not.toContain('two_step_off')
  })
})

describe('somebody else’s passkey', () => {
  it('cannot be renamed or removed', async () => {
    const [mine, theirs] = [await createOwner(), await createOwner()]
    await renamePasskey(mine.id, theirs.passkey.id, 'Stolen')
    await removePasskey(mine.id, theirs.passkey.id)
    expect(await listPasskeys(theirs.id)).toMatchObject([{ name: 'Phone' }])
    await removePasskey(theirs.id, theirs.passkey.id)
    expect(await listPasskeys(theirs.id)).toEqual([])
  })
})
