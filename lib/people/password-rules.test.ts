import { expect, it } from 'vitest'
import { findPasswordError } from './password-rules'

it.each(['short', 'a'.repeat(201)])('refuses %j for its length', (password) => {
  expect(findPasswordError(password)?.key).toMatch(/^password(Short|Long)$/)
})

it.each([
  'qwertyuiop',
  'QwertyUiop',
  '1q2w3e4r5t',
  'password123',
  'Basketball2024!',
  'aaaaaaaaaaaa',
  'ababababab',
  'ada@example.com',
  'adalovelace',
  'Ada Lovelace1',
])('refuses %j, which is easy to guess', (password) => {
  const own = ['Ada Lovelace', 'ada@example.com', 'adalovelace']
  expect(findPasswordError(password, own)?.key).toBe('passwordEasy')
})

it.each([
  'correct horse battery staple',
  'mein Hund bellt',
  'xK9#mQ2$vL',
  '正しい馬電池ホチキスの夜',
])('takes %j', (password) => {
  expect(findPasswordError(password, ['Ada', 'ada@example.com'])).toBeNull()
})
