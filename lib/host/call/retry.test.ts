import { expect, test } from 'vitest'
import { box, prepare } from './testing'

const failing = (status: number, times: number, headers: Record<string, string> = {}) => {
  let count = 0
  return () => {
    count += 1
    return count <= times ? { status, headers } : { body: { count } }
  }
}

test('a busy plugin is asked again when it says, and at most ten times', async () => {
  const patient = await prepare(failing(429, 2, { 'retry-after': '3' }))
  expect((await patient.call('listToys', box)).outcome).toMatchObject({ data: { count: 3 } })
  expect(patient.waits).toEqual([3000, 3000])
  const endless = await prepare(failing(429, 99, { 'retry-after': '1' }))
  expect((await endless.call('listToys', box)).outcome).toMatchObject({
    status: 'failed',
    code: 'busy',
  })
  expect(endless.calls()).toHaveLength(11)
  const late = await prepare(failing(429, 99, { 'retry-after': '3600' }))
  expect((await late.call('listToys', box)).outcome).toMatchObject({ code: 'busy' })
  expect(late.waits).toEqual([])
})

test('a failed read is made again, slower and slower; a failed write is not', async () => {
  const { call, waits, calls } = await prepare(failing(500, 3))
  expect((await call('listToys', box)).outcome).toMatchObject({ data: { count: 4 } })
  expect(waits).toEqual([500, 1000, 2000])
  calls().length = 0
  const writing = await prepare(failing(500, 3))
  expect((await writing.call('addToy', box)).outcome).toMatchObject({
    isError: true,
    httpStatus: 500,
  })
  expect(writing.calls()).toHaveLength(1)
})
