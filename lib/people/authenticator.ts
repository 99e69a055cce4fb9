import { Secret, TOTP } from 'otpauth'
import { db } from '@/lib/data/db'
import { getName } from '@/lib/listing/listing'
import { telling } from '@/lib/notices/tell'
import { seal, unseal } from '@/lib/secrets'
import { lockAccount } from './identities'

const purpose = 'authenticator secrets'
const period = 30

/** Makes a secret that waits for its first code. An authenticator that is in use stays as it is. */
export async function beginAuthenticator(accountId: string): Promise<void> {
  const secret = seal(purpose, new Secret({ size: 20 }).base32)
  await db().authenticator.deleteMany({ where: { accountId, confirmedAt: null } })
  await db().authenticator.createMany({ data: [{ accountId, secret }], skipDuplicates: true })
}

/** What to put into the app while the first code has not come; null when nothing waits. */
export async function getWaitingAuthenticator(accountId: string, email: string) {
  const row = await db().authenticator.findFirst({ where: { accountId, confirmedAt: null } })
  const totp = row && createTotp(row.secret, { label: email, issuer: await getName() })
  return totp && { uri: totp.toString(), secret: totp.secret.base32 }
}

/** True when the code was right and the authenticator is in use from now on. */
export async function confirmAuthenticator(accountId: string, code: string): Promise<boolean> {
  const lastStep = await findStep(accountId, code, false)
  if (lastStep === null) return false
  return telling(async (tx, tell) => {
    await lockAccount(accountId, tx)
    const { count } = await tx.authenticator.updateMany({
      where: { accountId, confirmedAt: null },
      data: { confirmedAt: new Date(), lastStep },
    })
    if (count === 1) await tell({ accountId, kind: 'two_step_on' })
    return count === 1
  })
}

/** True when the code is right and was not taken before (RFC 6238 §5.2). */
export async function takeAuthenticatorCode(accountId: string, code: string): Promise<boolean> {
  const lastStep = await findStep(accountId, code, true)
  if (lastStep === null) return false
  const { count } = await db().authenticator.updateMany({
    where: { accountId, confirmedAt: { not: null }, lastStep: { lt: lastStep } },
    data: { lastStep, lastUsedAt: new Date() },
  })
  return count === 1
}

async function findStep(accountId: string, code: string, confirmed: boolean) {
  const row = await db().authenticator.findFirst({
    where: { accountId, confirmedAt: confirmed ? { not: null } : null },
  })
  const totp = row && /^\d{6}$/.test(code) ? createTotp(row.secret) : null
  // One step of 30 seconds early or late: clocks differ.
  const delta = totp?.validate({ token: code, window: 1 }) ?? null
  return delta === null ? null : Math.floor(Date.now() / 1000 / period) + delta
}

/** What it is called does not count in its codes. Null where APP_SECRET was another one. */
function createTotp(sealed: string, called = {}): TOTP | null {
  const secret = unseal(purpose, sealed)
  return secret === null ? null : new TOTP({ ...called, secret, period })
}
