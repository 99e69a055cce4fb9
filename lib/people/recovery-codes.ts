import { Secret } from 'otpauth'
import { db } from '@/lib/data/db'
import { hmac } from '@/lib/secrets'

/** Ten new codes, readable only now; the ones before are worth nothing any more. */
export async function replaceRecoveryCodes(accountId: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, createCode)
  const rows = codes.map((code) => ({ accountId, codeHash: hashOf(accountId, code) }))
  await db().$transaction([
    db().recoveryCode.deleteMany({ where: { accountId } }),
    db().recoveryCode.createMany({ data: rows }),
  ])
  return codes
}

/** True when the code was right; it is used up then. */
export async function takeRecoveryCode(accountId: string, code: string): Promise<boolean> {
  const codeHash = hashOf(accountId, code)
  const { count } = await db().recoveryCode.deleteMany({ where: { accountId, codeHash } })
  return count === 1
}

// 80 random bits in base32, as XXXX-XXXX-XXXX-XXXX.
const createCode = (): string => new Secret({ size: 10 }).base32.match(/.{4}/g)?.join('-') as string

/** However it was typed: in small letters, without the dashes, with spaces. */
const hashOf = (accountId: string, code: string): string =>
  hmac('recovery codes', `${accountId} ${code.toUpperCase().replace(/[^A-Z2-7]/g, '')}`)
