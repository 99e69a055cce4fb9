import { hash, verify } from '@node-rs/argon2'

/** argon2id with 19 MiB, two passes, one lane: OWASP's recommendation; its own salt each. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> =>
  oneAtATime(() => hash(password, parameters))

export const verifyPassword = (stored: string, password: string): Promise<boolean> =>
  oneAtATime(() => verify(stored, password))

let decoy: Promise<string> | undefined

/** Takes as long as a real check, so that time does not tell whether an address has an account. */
export async function verifyNothing(password: string): Promise<false> {
  decoy ??= hashPassword('nobody has this password')
  await verifyPassword(await decoy, password)
  return false
}

let last: Promise<unknown> = Promise.resolve()

// Hashes that run at once would take every core from the requests that are answered meanwhile.
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work, work)
  last = result.catch(() => {})
  return result
}
