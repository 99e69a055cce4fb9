import { expect, test } from 'vitest'
import { type EndedRow, toFunnel } from './funnel'

const row = (host: string | null, end: EndedRow['end'], last: string | null, count = 1) => ({
  ...{ host, end, last, count },
})

test('who came far passed every stage before', () => {
  const { stages } = toFunnel([
    row('claude', 'abandoned', 'challenge', 10),
    row('claude', 'failed', 'authorize', 5),
    row('claude', 'declined', 'sign_in', 3),
    row('claude', 'open', 'token', 2),
    row('claude', 'completed', 'first_call', 20),
  ])
  expect(stages.map(({ stage, reached }) => [stage, reached])).toEqual([
    ['started', 40],
    ['asked', 30],
    ['signedIn', 25],
    ['allowed', 22],
    ['exchanged', 22],
    ['called', 20],
  ])
})

test('a completed one came all the way, whatever was written down last', () => {
  const { stages } = toFunnel([row('claude', 'completed', 'metadata'), row('x', 'failed', null)])
  expect(stages.map(({ reached }) => reached)).toEqual([2, 1, 1, 1, 1, 1])
})

test('each host has its ends, most tried first; one that nobody knows is any client', () => {
  const { hosts } = toFunnel([
    row('cursor', 'failed', 'authorize', 2),
    row('chatgpt', 'completed', 'first_call', 3),
    row('chatgpt', 'abandoned', 'sign_in', 1),
    row(null, 'open', 'challenge', 1),
  ])
  expect(hosts).toEqual([
    { host: 'chatgpt', started: 4, completed: 3, failed: 0, declined: 0, abandoned: 1, open: 0 },
    { host: 'cursor', started: 2, completed: 0, failed: 2, declined: 0, abandoned: 0, open: 0 },
    { host: 'mcp', started: 1, completed: 0, failed: 0, declined: 0, abandoned: 0, open: 1 },
  ])
})
