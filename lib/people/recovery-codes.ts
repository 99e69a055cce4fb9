import { Secret } from 'otpauth'
import { telling } from '@/lib/notices/tell'
import { hmac } from '@/lib/secrets'
import { lockAccount } from './identities'

/** Ten new codes, readable only now; the ones before are worth nothing any more. */
export async function replaceRecoveryCodes(accountId: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, createCode)
  const rows = codes.map((code) => ({ accountId, codeHash: hashOf(accountId, code) }))
  await telling(async (tx, tell) => {
    await lockAccount(accountId, tx)
    const { count } = await tx.recoveryCode.deleteMany({ where: { accountId } })
    await tx.recoveryCode.createMany({ data: rows })
    // The first ones come with what they stand in for, which is told.
    if (count > 0) await tell({ accountId, kind: 'recovery_codes_made' })
  })
  return codes
}

/** True when the code was right; it is used up then. */
export async function takeRecoveryCode(accountId: string, code: string): Promise<boolean> {
  const codeHash = hashOf(accountId, code)
  return telling(async (tx, tell) => {
    await lockAccount(accountId, tx)
    const { count } = await tx.recoveryCode.deleteMany({ where: { accountId, codeHash } })
    if (count === 1) await tell({ accountId, kind: 'recovery_code_used' })
    return count === 1
  })
}

// 80 random bits in base32, as XXXX-XXXX-XXXX-XXXX.
const createCode = (): string => new Secret({ size: 10 }).base32.match(/.{4}/g)?.join('-') as string

/** However it was typed: in small letters, without the dashes, with spaces. */
const hashOf = (accountId: string, code: string): string =>
  hmac('recovery codes', `${accountId} ${code.toUpperCase().replace(/[^A-Z2-7]/g, '')}`)
