import { expect, it, vi } from 'vitest'

const runHashing = vi.hoisted(() => vi.fn())
vi.mock('./hashing-process', () => ({ runHashing }))

it('checks for nobody again after a first check that came in a rush', async () => {
  const { verifyNothing } = await import('./passwords')
  runHashing.mockRejectedValueOnce(new Error('many people sign in right now'))
  await expect(verifyNothing('x')).rejects.toThrow('many people')
  runHashing.mockResolvedValueOnce('a hash').mockResolvedValueOnce(false)
  expect(await verifyNothing('x')).toBe(false)
})
