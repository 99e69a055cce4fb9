import { runHashing } from './hashing-process'

/** Characters; longer ones cost more to read than they protect. */
export const longestPassword = 200

export const hashPassword = async (password: string): Promise<string> =>
  String(await runHashing({ act: 'hash', password: toOneForm(password) }))

export const verifyPassword = async (stored: string, password: string): Promise<boolean> =>
  (await runHashing({ act: 'verify', stored, password: toOneForm(password) })) === true

// RFC 8265 §4.2.1: one keyboard writes é as one character, another as two.
const toOneForm = (password: string): string => password.normalize('NFC')

let decoy: Promise<string> | undefined

/** Takes as long as a real check, so that time does not tell whether an address has an account. */
export async function verifyNothing(password: string): Promise<false> {
  decoy ??= hashPassword('nobody has this password').catch((error) => {
    // Kept, it would answer for every address without an account, and for no other.
    decoy = undefined
    throw error
  })
  await verifyPassword(await decoy, password)
  return false
}
