import { expect, test } from 'vitest'
import { toVerdict } from './compare'

const side = (tokens: number, right: number, taken = 0) => ({ tokens, right, taken })

test.each([
  [side(10, 4), side(15, 4), 'wordy costs 5 more and chooses no better'],
  [side(10, 4), side(15, 3), 'wordy costs 5 more and chooses no better'],
  [side(10, 4), side(15, 5), 'wordy costs 5 more and chooses better'],
  [side(10, 4), side(15, 5, 1), 'wordy costs 5 more and chooses no better'],
  [side(10, 4), side(7, 4), 'published costs 3 more and chooses no better'],
  [side(10, 4), side(7, 3), 'published costs 3 more and chooses better'],
  [side(10, 4), side(10, 4), 'both cost and choose alike'],
  [side(10, 4), side(10, 5), 'wordy costs the same and chooses better'],
  [side(10, 4), side(10, 4, 1), 'published costs the same and chooses better'],
])('%j against %j', (published, other, says) => {
  expect(toVerdict({ published, other }, 'wordy')).toBe(says)
})
