import { dictionary } from '@zxcvbn-ts/language-common'
import { type Problem, problem } from '@/lib/i18n/problem'
import { longestPassword } from './passwords'

export const shortestPassword = 10

/** What is wrong with a password that somebody chooses, or null. `own`: what others know of them and of this site. */
export function findPasswordError(password: string, own: string[] = []): Problem | null {
  if (password.length < shortestPassword) {
    return problem('passwordShort', { count: shortestPassword })
  }
  if (password.length > longestPassword) {
    return problem('passwordLong', { count: longestPassword })
  }
  if (isCommon(password) || isOwn(password, own)) {
    return problem('passwordEasy')
  }
  return null
}

let common: Set<string> | undefined

function isCommon(password: string): boolean {
  common ??= new Set(dictionary['passwords-common'])
  const plain = password.normalize('NFKC').toLowerCase()
  // "Basketball2024!" is the word, and what everybody adds to it.
  const word = plain.replace(/[^\p{L}]{1,6}$/u, '')
  return common.has(plain) || common.has(word) || new Set(plain).size < 5
}

function isOwn(password: string, own: string[]): boolean {
  const plain = password.toLowerCase()
  const [localPart = ''] = own.find((text) => text.includes('@'))?.split('@') ?? []
  const known = [...own, localPart].map((text) => text.toLowerCase().trim())
  return (
    known.some((text) => text.length > 2 && plain.replace(/[^\p{L}]{0,6}$/u, '') === text) ||
    known.includes(plain)
  )
}
