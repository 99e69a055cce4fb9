import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { catalog } from '@/lib/operations'
import { outOfScope } from '@/lib/product'
import { serveEndpoints } from '@/lib/testing/serve'
import { readPrompts, toCases } from './cases'
import { toDay } from './days'
import { createModel } from './models'
import { readRecordings } from './recorded'
import { toReport } from './report'
import { runEval } from './run'
import { Mistakes, serveScriptedModel } from './scripted-model'
import { installAll } from './surfaces'
import { readVariants } from './variants'

const served = serveEndpoints()

async function prepare() {
  const prompts = await readPrompts('evals/prompts.json')
  prompts.negatives.unshift(...outOfScope)
  return { prompts, installations: await installAll(served.origin()) }
}

test('each operation has five paraphrases that it accepts, and fifteen prompts want nothing', async () => {
  const { prompts, installations } = await prepare()
  const cases = toCases(prompts, installations)
  for (const { name, input, examples } of catalog.operations) {
    const own = cases.filter(({ expected }) => expected?.operation === name)
    const count = (from: string) => own.filter((one) => one.from === from).length
    expect([name, count('example')]).toEqual([name, examples.length])
    expect([name, count('paraphrase') >= 5]).toEqual([name, true])
    for (const { prompt, expected } of own) {
      const given = Object.entries(expected?.input ?? {}).map(([field, wanted]) => {
        const value = Array.isArray(wanted) ? wanted[0] : wanted
        return [field, (typeof value === 'string' && toDay(value, prompts.today)) || value]
      })
      const { error } = input.safeParse(Object.fromEntries(given))
      expect([prompt, error]).toEqual([prompt, undefined])
    }
  }
  expect(prompts.negatives.length).toBeGreaterThanOrEqual(15)
  expect(new Set(cases.map(({ prompt }) => prompt)).size).toBe(cases.length)
  for (const { descriptions } of await readVariants('evals/variants')) {
    const names = catalog.operations.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(Object.keys(descriptions)))
  }
})

test('the scripted model makes its mistakes on each surface of our own plugin', async () => {
  const { prompts, installations } = await prepare()
  const cases = toCases(prompts, installations)
  const mistakes = Mistakes.parse(
    JSON.parse(await readFile('evals/scripted-mistakes.json', 'utf8')),
  )
  const { baseUrl, close } = await serveScriptedModel({ cases, mistakes, today: prompts.today })
  const models = [createModel({ speaks: 'openai', name: 'scripted', apiKey: null, baseUrl })]
  const runs = await runEval({ prompts, installations, variants: [], models })
  await close()
  const { rows } = toReport(runs)
  const wrong = rows.map(({ surface, verdicts, cases: all, dangerous }) => ({
    ...{ surface, wrong: all - verdicts.right, calls: verdicts['wrong call'], dangerous },
  }))
  // Five mistakes are made everywhere, one in words only, one in functions only.
  expect(wrong).toEqual([
    { surface: 'plugin', wrong: 6, calls: 4, dangerous: 2 },
    { surface: 'openapi', wrong: 6, calls: 5, dangerous: 2 },
    { surface: 'mcp', wrong: 6, calls: 5, dangerous: 2 },
  ])
})

test('what is recorded is of these descriptions: npm run eval -- --scripted --record', async () => {
  const { prompts, installations } = await prepare()
  const variants = await readVariants('evals/variants')
  const models = await readRecordings('evals/recorded')
  const { rows } = toReport(await runEval({ prompts, installations, variants, models }))
  expect(rows).toHaveLength(installations.length * (variants.length + 1) * models.length)
  expect(rows.filter(({ verdicts }) => verdicts.failed > 0)).toEqual([])
})
