import { expect, test } from 'vitest'
import { measured } from '@/lib/testing/measured'
import { box, prepare } from './testing'

test('robots.txt is respected for ChatGPT-User', async () => {
  const shut = await prepare({}, { robots: 'User-agent: ChatGPT-User\nDisallow: /boxes' })
  expect((await shut.call('listToys', box)).outcome).toMatchObject({ code: 'robots' })
  expect(shut.calls()).toEqual([])
  const open = await prepare(
    {},
    { robots: 'User-agent: *\nDisallow: /\n\nUser-agent: ChatGPT-User\nDisallow:' },
  )
  expect((await open.call('listToys', box)).outcome).toMatchObject({ status: 'answered' })
})

test('a robots.txt without an end is read as none', measured, async () => {
  const robots = `User-agent: *\nDisallow: /\n${`Disallow: /${'*a'.repeat(500)}\n`.repeat(490)}`
  const { call } = await prepare({}, { robots })
  const started = performance.now()
  const { outcome } = await call('listToys', { ...box, colors: ['a'.repeat(1900)] })
  expect(outcome).toMatchObject({ status: 'answered' })
  expect(performance.now() - started).toBeLessThan(1000)
})

test('an address that nobody can send is not held against robots.txt first', async () => {
  const robots = `User-agent: *\nDisallow: /${'*a'.repeat(100_000)}`
  const { call, asked } = await prepare({}, { robots })
  const started = performance.now()
  const { outcome } = await call('listToys', { ...box, colors: ['a'.repeat(90_000)] })
  expect(outcome).toMatchObject({ status: 'failed', code: 'request_too_long' })
  expect([asked, performance.now() - started < 1000]).toEqual([[], true])
})
