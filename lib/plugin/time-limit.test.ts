import { expect, it } from 'vitest'
import { readWithin, writeWithin } from './time-limit'

const never = () => new Promise<string>(() => {})
const nobodyLeaves = new AbortController().signal

it('passes on what a read answers, and how it fails', async () => {
  expect(await readWithin(1000, nobodyLeaves, async () => 'done')).toBe('done')
  const failing = readWithin(1000, nobodyLeaves, async () => {
    throw new Error('inside')
  })
  await expect(failing).rejects.toThrow('inside')
})

it('stops a read when the client goes away, and tells it', async () => {
  const client = new AbortController()
  let told = false
  const reading = readWithin(1000, client.signal, (ending) => {
    ending().addEventListener('abort', () => {
      told = true
    })
    return never()
  })
  client.abort()
  await expect(reading).rejects.toMatchObject({ code: 'timeout' })
  expect(told).toBe(true)
})

it('tells a read that asks only when it is over', async () => {
  let ask = () => nobodyLeaves
  const reading = readWithin(10, nobodyLeaves, (ending) => {
    ask = ending
    return never()
  })
  await expect(reading).rejects.toMatchObject({ code: 'timeout' })
  expect(ask().aborted).toBe(true)
})

it('begins nothing for a client that is gone already', async () => {
  let begun = false
  const begin = async () => {
    begun = true
  }
  await expect(readWithin(1000, AbortSignal.abort(), begin)).rejects.toThrow('went away')
  await expect(writeWithin(1000, AbortSignal.abort(), begin)).rejects.toThrow('went away')
  expect(begun).toBe(false)
})

it('lets a write finish that has begun when the client goes away', async () => {
  const client = new AbortController()
  const writing = writeWithin(1000, client.signal, async () => {
    client.abort()
    await new Promise((resolve) => setTimeout(resolve, 5))
    return 'written'
  })
  expect(await writing).toBe('written')
})

it('answers in time when the work does not', async () => {
  await expect(readWithin(10, nobodyLeaves, never)).rejects.toMatchObject({ code: 'timeout' })
  await expect(writeWithin(10, nobodyLeaves, never)).rejects.toMatchObject({ code: 'timeout' })
})
