import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PublicError } from '@/lib/errors'
import { fromCursor, toCursor } from './cursor'

const Position = z.tuple([z.int32(), z.string()])

describe('an assistant asks for the next page', () => {
  it('with the cursor it was given', () => {
    expect(fromCursor(toCursor([7, 'house']), Position)).toEqual([7, 'house'])
  })

  it.each([
    ['', 'an empty one'],
    ['page-2', 'one of its own making'],
    ['☃', 'one that is no base64url'],
    [toCursor(['7', 'house']), 'one with a text for a number'],
    [toCursor([2 ** 31, 'house']), 'one with a number that is too large'],
    [toCursor([7, 'house', 'more']), 'one that is too long'],
    [toCursor([7, 'x'.repeat(1000)]), 'one that is enormous'],
  ])('with %j, %s, and is told what is wrong', (cursor) => {
    try {
      fromCursor(cursor, Position)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(PublicError)
      expect(error).toMatchObject({ code: 'invalid_request', fields: [{ field: 'cursor' }] })
    }
  })
})
