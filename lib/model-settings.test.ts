import { expect, test } from 'vitest'
import { readModel } from './model-settings'

test.each([
  [{}, null],
  [{ MODEL_BASE_URL: 'https://models.example/v1' }, null],
  [
    { MODEL: 'small' },
    { speaks: 'openai', name: 'small', apiKey: null, baseUrl: 'http://localhost:11434/v1' },
  ],
  [
    { MODEL: 'big', MODEL_BASE_URL: 'https://models.example/v1', MODEL_API_KEY: 'k' },
    { speaks: 'openai', name: 'big', apiKey: 'k', baseUrl: 'https://models.example/v1' },
  ],
  [
    { MODEL: 'c', ANTHROPIC_API_KEY: 'a' },
    { speaks: 'anthropic', name: 'c', apiKey: 'a' },
  ],
])('%j means %j', (values, model) => {
  expect(readModel(values)).toEqual(model)
})
