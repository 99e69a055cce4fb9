import { expect, it } from 'vitest'
import { createToyClient } from './toy-endpoint'

const { ask } = createToyClient()

it('offers each operation’s first example as people ask for it', async () => {
  const { body } = await ask('prompts/list')
  expect(body.result.prompts).toEqual([
    { name: 'greet', description: 'Greet Ada', _meta: { 'example-input': { name: 'Ada' } } },
    { name: 'note', description: 'Note this', _meta: { 'example-input': { text: 'this' } } },
  ])
  expect((await ask('prompts/get', { name: 'greet' })).body.result).toEqual({
    messages: [{ role: 'user', content: { type: 'text', text: 'Greet Ada' } }],
  })
})
