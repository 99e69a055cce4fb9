import { expect, test } from 'vitest'
import { scriptToSchema } from './engine'

test('the migrations lead to exactly what the schema says', async () => {
  expect(await scriptToSchema()).toBeNull()
})
