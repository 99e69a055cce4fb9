import { runHashing } from './hashing-process'

/** Characters; longer ones cost more to read than they protect. */
export const longestPassword = 200

export const hashPassword = async (password: string): Promise<string> =>
  String(await runHashing({ act: 'hash', password }))

export const verifyPassword = async (stored: string, password: string): Promise<boolean> =>
  (await runHashing({ act: 'verify', stored, password })) === true

let decoy: Promise<string> | undefined

/** Takes as long as a real check, so that time does not tell whether an address has an account. */
export async function verifyNothing(password: string): Promise<false> {
  decoy ??= hashPassword('nobody has this password')
  await verifyPassword(await decoy, password)
  return false
}
