import { type Actor, audit } from '@/lib/audit/audit'
import { networkOf } from '@/lib/client-address'
import * as counters from '@/lib/data/counters'
import { db, type Tx } from '@/lib/data/db'
import { problem, type Wrong } from '@/lib/i18n/problem'
import { telling } from '@/lib/notices/tell'
import { takeAuthenticatorCode } from './authenticator'
import { tooOften } from './credentials'
import { lockAccount } from './identities'
import { takeRecoveryCode } from './recovery-codes'
import { codesAnywhere, codesHere, knownCodePlaces } from './throttle'

/** Whether a password alone does not sign in to this account. */
export const needsSecondFactor = async (accountId: string, tx: Tx = db()): Promise<boolean> =>
  (await tx.account.count({
    where: {
      id: accountId,
      OR: [
        { authenticator: { confirmedAt: { not: null } } },
        { passkeyStep: true, passkeys: { some: {} } },
      ],
    },
  })) > 0

/** False when there is no passkey that could be asked for. */
export async function askForPasskey(accountId: string): Promise<boolean> {
  const wasOn = await needsSecondFactor(accountId)
  return telling(async (tx, tell) => {
    await lockAccount(accountId, tx)
    const { count } = await tx.account.updateMany({
      where: { id: accountId, passkeys: { some: {} } },
      data: { passkeyStep: true },
    })
    if (count === 1 && !wasOn) await tell({ accountId, kind: 'two_step_on' })
    return count === 1
  })
}

/** The password alone signs in again; recovery codes stand in for nothing any more. */
export async function turnOffSecondFactor(accountId: string): Promise<void> {
  await telling(async (tx, tell) => {
    await lockAccount(accountId, tx)
    const wasOn = await needsSecondFactor(accountId, tx)
    await takeAway(accountId, tx)
    if (wasOn) await tell({ accountId, kind: 'two_step_off' })
  })
}

/**
 * For somebody who has lost theirs: the password, or what else signs in, does so alone again. They
 * are told, and passkeys stay. False, with nothing changed, where the account has no second step.
 */
export async function removeSecondFactor(accountId: string, by: Actor): Promise<boolean> {
  return telling(async (tx, tell) => {
    await lockAccount(accountId, tx)
    if (!(await needsSecondFactor(accountId, tx))) return false
    await takeAway(accountId, tx)
    await tell({ accountId, kind: 'two_step_off' })
    await audit(tx, by, { act: 'person.second_step_removed', target: accountId })
    return true
  })
}

async function takeAway(accountId: string, tx: Tx): Promise<void> {
  await tx.account.updateMany({ where: { id: accountId }, data: { passkeyStep: false } })
  await tx.authenticator.deleteMany({ where: { accountId } })
  await tx.recoveryCode.deleteMany({ where: { accountId } })
}

/** What the second step offers, and what the security page shows. */
export async function getSecondFactors(accountId: string) {
  const authenticator = await db().authenticator.findFirst({
    where: { accountId, confirmedAt: { not: null } },
    select: { confirmedAt: true, lastUsedAt: true },
  })
  const recoveryCodes = await db().recoveryCode.count({ where: { accountId } })
  const passkeys = await db().passkey.count({ where: { accountId } })
  const hasPassword =
    (await db().account.count({ where: { id: accountId, passwordHash: { not: null } } })) > 0
  const on = await needsSecondFactor(accountId)
  return { on, authenticator, recoveryCodes, passkeys, hasPassword }
}

/**
 * Null when the code is right and used up now: one of the app, or a recovery code. A recovery code
 * cannot be guessed, so whoever has used up the tries of the account still gets in by one.
 */
export async function checkCode(
  accountId: string,
  code: string,
  place: string,
): Promise<{ code: Wrong } | null> {
  const typed = code.replace(/\s/g, '')
  if (!typed) return { code: problem('signIn.codeNeeded') }
  if (/[a-z]/i.test(typed)) {
    const right = typed.length <= 40 && (await takeRecoveryCode(accountId, typed))
    return right ? null : { code: problem('signIn.recoveryWrong') }
  }
  const here = `${accountId} ${networkOf(place)}`
  const wait = await countTry(accountId, here)
  if (wait > 0) return { code: tooOften(wait) }
  if (!(await takeAuthenticatorCode(accountId, typed))) return { code: problem('signIn.codeWrong') }
  await counters.forget(codesHere, here)
  await counters.remember(knownCodePlaces, here)
  return null
}

async function countTry(accountId: string, here: string): Promise<number> {
  const wait = await counters.count(codesHere, here)
  if (await counters.isRemembered(knownCodePlaces, here)) return wait
  return Math.max(wait, await counters.count(codesAnywhere, accountId))
}
