import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { cleanName } from '@/lib/clean-name'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { getName } from '@/lib/listing/listing'
import { telling } from '@/lib/notices/tell'
import { hasWayIn, lockAccount, usedIssuers } from './identities'
import { stopAskingForPasskey } from './passkey-step'

export type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

/** More than anybody has devices; keeps one account from filling the table. */
const mostPasskeys = 20

const rpID = (): string => new URL(env().origin).hostname

const expected = (expectedChallenge: string) => ({
  expectedChallenge,
  expectedOrigin: env().origin,
  expectedRPID: rpID(),
})

export const listPasskeys = (accountId: string) =>
  db().passkey.findMany({
    where: { accountId },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true, copiedAt: true },
    orderBy: { createdAt: 'asc' },
  })

export async function createPasskeyOptions(account: { id: string; email: string; name: string }) {
  const known = await listDescriptors(account.id)
  if (known.length >= mostPasskeys) return null
  return generateRegistrationOptions({
    rpName: await getName(),
    rpID: rpID(),
    userID: new TextEncoder().encode(account.id),
    userName: account.email,
    userDisplayName: account.name,
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
}

/** False when the answer is not to this challenge or site, the key is known, or they are too many. */
export async function addPasskey(
  accountId: string,
  name: string,
  answer: { response: RegistrationResponseJSON; challenge: string },
): Promise<boolean> {
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: answer.response,
    ...expected(answer.challenge),
    requireUserVerification: false,
  }).catch(() => ({ verified: false as const, registrationInfo: undefined }))
  if (!verified || !registrationInfo) return false
  const { id, publicKey, counter, transports } = registrationInfo.credential
  const about = toPasskeyName(name)
  const data = {
    ...{ id, accountId, name: about, publicKey, counter },
    transports: (transports ?? []).slice(0, 10).map((one) => String(one).slice(0, 20)),
  }
  return telling(async (tx, tell) => {
    await lockAccount(accountId, tx)
    // Many may have been offered a place while there still was one.
    if ((await tx.passkey.count({ where: { accountId } })) >= mostPasskeys) return false
    const { count } = await tx.passkey.createMany({ data: [data], skipDuplicates: true })
    if (count === 1) await tell({ accountId, kind: 'passkey_added', about })
    return count === 1
  })
}

/** For one account's keys, or for any that the device finds when `accountId` is null. */
export async function createSignInOptions(accountId: string | null) {
  return generateAuthenticationOptions({
    rpID: rpID(),
    allowCredentials: accountId ? await listDescriptors(accountId) : [],
    userVerification: accountId ? 'preferred' : 'required',
  })
}

/**
 * Whose passkey answered, or null. In place of a password the device must have made sure that it is
 * the person (`alone`): then it is two factors in one.
 */
export async function checkPasskey(
  response: AuthenticationResponseJSON,
  { challenge, alone }: { challenge: string; alone: boolean },
): Promise<string | null> {
  const id = String(response?.id)
  const passkey = await db().passkey.findUnique({ where: { id } })
  if (!passkey || passkey.copiedAt) return null
  const result = await verifyAuthenticationResponse({
    response,
    ...expected(challenge),
    requireUserVerification: alone,
    // The counter is compared below, where a wrong one is written down.
    credential: { id, publicKey: passkey.publicKey, counter: 0 },
  }).catch(() => null)
  if (!result?.verified || !belongsTo(passkey.accountId, response)) return null
  return (await raiseCounter(id, result.authenticationInfo.newCounter)) ? passkey.accountId : null
}

// WebAuthn §7.2 step 6: a user handle, where there is one, must be the owner's.
function belongsTo(accountId: string, { response: { userHandle } }: AuthenticationResponseJSON) {
  return !userHandle || Buffer.from(userHandle, 'base64url').toString() === accountId
}

// WebAuthn §6.1.1: a counter that did not grow means that the key exists twice.
async function raiseCounter(id: string, counter: number): Promise<boolean> {
  const { count } = await db().passkey.updateMany({
    where: {
      id,
      copiedAt: null,
      OR: [{ counter: { lt: counter } }, ...(counter ? [] : [{ counter: 0 }])],
    },
    data: { counter, lastUsedAt: new Date() },
  })
  if (count === 0) await db().passkey.updateMany({ where: { id }, data: { copiedAt: new Date() } })
  return count === 1
}

export async function renamePasskey(accountId: string, id: string, name: string): Promise<void> {
  await db().passkey.updateMany({ where: { accountId, id }, data: { name: toPasskeyName(name) } })
}

/** False when nothing else would let the person in. */
export async function removePasskey(accountId: string, id: string): Promise<boolean> {
  const issuers = await usedIssuers()
  return telling(async (tx, tell) => {
    await lockAccount(accountId, tx)
    if (!(await hasWayIn(accountId, { passkey: id, issuers }, tx))) return false
    const passkey = await tx.passkey.findFirst({ where: { accountId, id } })
    const { count } = await tx.passkey.deleteMany({ where: { accountId, id } })
    if (count === 1) await tell({ accountId, kind: 'passkey_removed', about: passkey?.name })
    if (await stopAskingForPasskey(accountId, tx)) await tell({ accountId, kind: 'two_step_off' })
    return true
  })
}

const toPasskeyName = (name: string): string =>
  [...cleanName(name)].slice(0, 60).join('') || 'Passkey'

const listDescriptors = (accountId: string) =>
  db().passkey.findMany({ where: { accountId }, select: { id: true, transports: true } })
