import { expect, test } from 'vitest'
import { withoutSameIndexes } from './same-indexes'

const made = 'CREATE INDEX "a" ON "T"("x" text_pattern_ops);\nCREATE INDEX "b" ON "T"("y");\n'
const drop = (name: string) => `-- DropIndex\nDROP INDEX "${name}";`
const create = (text: string) => `-- CreateIndex\nCREATE INDEX ${text};`

test('an index that is dropped and made again as it was is not a change', () => {
  const script = [drop('a'), create('"a" ON "T"("x" text_pattern_ops)')].join('\n\n')
  expect(withoutSameIndexes(script, made)).toBe('')
})

test('one that is made otherwise, or only dropped, is', () => {
  const script = [drop('a'), drop('b'), create('"b" ON "T"("y", "z")')].join('\n\n')
  expect(withoutSameIndexes(script, made)).toBe(script)
})
