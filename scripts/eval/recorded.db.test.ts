import { execFile } from 'node:child_process'
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

const evaluate = (...options: string[]) =>
  new Promise<{ code: number; told: string; complained: string }>((resolve) => {
    execFile('npx', ['tsx', 'scripts/eval.ts', ...options], (error, told, complained) =>
      resolve({ code: Number(error?.code ?? 0), told, complained }),
    )
  })

test('the command asks about the plugin of a running site', async () => {
  const { code, told } = await evaluate('--site', `${served.origin()}/`, '--json')
  expect(code).toBe(0)
  const { rows } = JSON.parse(told) as ReturnType<typeof toReport>
  expect(rows.map(({ verdicts }) => verdicts.failed)).toEqual(rows.map(() => 0))
})

test('where nothing is served the command says so in a line', async () => {
  const { code, complained } = await evaluate('--site', 'http://localhost:1')
  expect(code).toBe(1)
  expect(complained).toMatch(/^ChatGPT 2023 cannot install http:\/\/localhost:1: fetch_failed\.\n$/)
})
