import { beforeEach, expect, test, vi } from 'vitest'
import type { Person } from '@/lib/session/person'

const site = vi.hoisted(() => ({ local: false }))
vi.mock('@/lib/env', async (original) => ({
  ...(await original<object>()),
  env: () => site,
}))
vi.mock('@/lib/release/standing', () => ({
  standingOf: async (id: string | null) => (id === 'nobody' ? 'stranger' : (id ?? 'stranger')),
}))
const { mayPlay } = await import('./player')

beforeEach(() => {
  site.local = false
})

const person = (id: string) => ({ id }) as Person

test.each([
  ['an operator', person('operator'), true],
  ['a tester', person('tester'), true],
  ['somebody else', person('nobody'), false],
  ['a visitor', null, false],
])('on a deployed site %s is let in, or not', async (_who, who, isLetIn) => {
  expect(await mayPlay(who)).toBe(isLetIn)
})

test('on one’s own machine anybody is let in', async () => {
  site.local = true
  expect(await mayPlay(null)).toBe(true)
})
