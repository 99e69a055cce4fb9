import { expect, test } from 'vitest'
import { box, prepare, traits } from './testing'

test('path, query and headers are built as ChatGPT built them', async () => {
  const { call, calls } = await prepare({ toys: [{ url: 'https://toys.example/1' }] })
  const { outcome } = await call('listToys', {
    ...box,
    colors: ['red', 'dark blue'],
    sizes: [1, 2],
  })
  expect(outcome).toMatchObject({
    status: 'answered',
    httpStatus: 200,
    isError: false,
    data: { toys: [{ url: 'https://toys.example/1' }] },
    links: ['https://toys.example/1'],
  })
  const [sent] = calls()
  expect(sent?.url.search).toBe('?colors=red&colors=dark+blue&sizes=1%2C2')
  expect(sent?.headers).toMatchObject({
    'openai-conversation-id': traits.conversationId,
    'openai-ephemeral-user-id': traits.ephemeralUserId,
    'openai-subdivision-1-iso-code': 'US-CA',
    'content-type': 'application/json',
    'user-agent': 'Python/3.9 aiohttp/3.8.4',
  })
  expect(sent?.headers).not.toHaveProperty('openai-gpt-id')
  expect(sent?.headers).not.toHaveProperty('authorization')
})

test('a GPT names itself and not the place', async () => {
  const { call, calls } = await prepare({}, { profile: 'gpt-action' })
  await call('addToy', { ...box, name: 'Bear' })
  expect(calls()[0]?.headers).toMatchObject({ 'openai-gpt-id': traits.gptId })
  expect(calls()[0]?.headers).not.toHaveProperty('openai-subdivision-1-iso-code')
  expect(JSON.parse(calls()[0]?.body ?? '')).toEqual({ name: 'Bear' })
})

test.each([{}, { box: '' }, { box: '..' }, { box: '.' }])(
  'the address is never bent by %j',
  async (input) => {
    const { call, calls } = await prepare({})
    expect((await call('listToys', input)).outcome).toMatchObject({
      status: 'failed',
      code: 'input_missing',
    })
    expect(calls()).toEqual([])
  },
)

const key = (scheme: 'bearer' | 'basic' | 'header') =>
  ({
    auth: {
      type: 'key',
      whose: 'service',
      scheme,
      header: scheme === 'header' ? 'X-Key' : null,
      verificationToken: null,
    },
    registration: { type: 'key', key: 'the key of the tests' },
  }) as const

test.each([
  ['bearer', 'authorization', 'Bearer the key of the tests'],
  ['basic', 'authorization', `Basic ${Buffer.from('the key of the tests').toString('base64')}`],
  ['header', 'x-key', 'the key of the tests'],
] as const)('a key is sent by %s, and covered in the steps', async (scheme, header, value) => {
  const { call, calls, acting } = await prepare({}, key(scheme))
  await call('listToys', box)
  expect(calls()[0]?.headers[header]).toBe(value)
  const told = JSON.stringify(acting.wire.steps)
  expect(told).not.toContain('the key of the tests')
  expect(told).not.toContain(Buffer.from('the key of the tests').toString('base64'))
})
