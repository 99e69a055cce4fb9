import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { env } from '@/lib/env'

const keys = new Map<string, Buffer>()

/** A 256-bit key of its own for each purpose, derived from APP_SECRET (RFC 5869). */
export function keyFor(purpose: string): Buffer {
  const known = keys.get(purpose)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', env().secret, '', `latchkey ${purpose}`, 32))
  keys.set(purpose, key)
  return key
}

/** 256 random bits as base64url: 43 characters. */
export const randomToken = (): string => randomBytes(32).toString('base64url')

/** For values of 128 random bits or more only: what can be guessed needs a password hash. */
export const sha256 = (value: string): string =>
  createHash('sha256').update(value).digest('base64url')

export const hmac = (purpose: string, value: string): string =>
  createHmac('sha256', keyFor(purpose)).update(value).digest('base64url')

/** AES-256-GCM under the key of `purpose`, for what must be read back. */
export function seal(purpose: string, plain: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Null when the text was not sealed for this purpose under this APP_SECRET: it is lost with another. */
export function unseal(purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  const key = keyFor(purpose)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

export const sealJson = (purpose: string, value: unknown): string =>
  seal(purpose, JSON.stringify(value))

/** Null as above. What this server sealed is of the type that it had then. */
export function unsealJson<T>(purpose: string, sealed: string): T | null {
  const plain = unseal(purpose, sealed)
  return plain === null ? null : (JSON.parse(plain) as T)
}
