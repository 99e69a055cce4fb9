import { dictionary } from '@zxcvbn-ts/language-common'
import { product } from '@/lib/product'
import { longestPassword } from './passwords'

export const shortestPassword = 10

/** What is wrong with a password that somebody chooses, or null. `own`: what others know of them. */
export function findPasswordError(password: string, own: string[] = []): string | null {
  if (password.length < shortestPassword) return `Use at least ${shortestPassword} characters.`
  if (password.length > longestPassword) return `Use at most ${longestPassword} characters.`
  if (isCommon(password) || isOwn(password, own)) {
    return 'This password is easy to guess. Choose another; a short sentence works well.'
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
  const known = [...own, localPart, product.name].map((text) => text.toLowerCase().trim())
  return (
    known.some((text) => text.length > 2 && plain.replace(/[^\p{L}]{0,6}$/u, '') === text) ||
    known.includes(plain)
  )
}
