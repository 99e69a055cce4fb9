import { expect, it } from 'vitest'
import { measured } from '@/lib/testing/measured'
import { hashPassword, verifyNothing, verifyPassword } from './passwords'

it('keeps a password as argon2id with a salt of its own, and knows it again', async () => {
  const [one, two] = [await hashPassword('correct horse'), await hashPassword('correct horse')]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(two)
  expect(await verifyPassword(one, 'correct horse')).toBe(true)
  expect(await verifyPassword(one, 'correct horse ')).toBe(false)
  expect(await verifyNothing('correct horse')).toBe(false)
})

it('leaves the event loop free while it hashes', measured, async () => {
  const hashing = Promise.all(Array.from({ length: 8 }, () => hashPassword('correct horse')))
  let turns = 0
  const counting = setInterval(() => {
    turns += 1
  }, 1)
  await hashing
  clearInterval(counting)
  expect(turns).toBeGreaterThan(20)
})

it('is the same password from a keyboard that writes its accents apart', async () => {
  const stored = await hashPassword('caf\u00e9 au lait, deux')
  expect(await verifyPassword(stored, 'cafe\u0301 au lait, deux')).toBe(true)
  expect(await verifyPassword(stored, 'cafe au lait, deux')).toBe(false)
})
