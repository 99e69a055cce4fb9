import { expect, it } from 'vitest'
import { createRandom } from './random'

it('two people who seed get the same numbers, and another seed gives others', () => {
  const draw = (seed: string) => {
    const random = createRandom(seed)
    return Array.from({ length: 20 }, () => random.whole(0, 999))
  }
  expect(draw('paris')).toEqual(draw('paris'))
  expect(draw('paris')).not.toEqual(draw('lyon'))
  expect(draw('paris').slice(0, 5)).toMatchInlineSnapshot(`
    [
      907,
      385,
      995,
      432,
      31,
    ]
  `)
})

it('numbers stay within their bounds and reach both ends', () => {
  const random = createRandom('bounds')
  const drawn = new Set(Array.from({ length: 500 }, () => random.whole(3, 6)))
  expect([...drawn].sort()).toEqual([3, 4, 5, 6])
})

it('some of a list are different ones, in their order', () => {
  const random = createRandom('some')
  const letters = [...'abcdefgh']
  for (let count = 0; count <= 10; count += 1) {
    const chosen = random.some(letters, count)
    expect(chosen).toHaveLength(Math.min(count, 8))
    expect(chosen).toEqual(letters.filter((letter) => chosen.includes(letter)))
  }
})
