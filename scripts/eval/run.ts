import type { Installation } from '@/lib/host/installation'
import type { Rules } from './arguments'
import { type Case, type Prompts, toCases } from './cases'
import { toCalls } from './completion'
import { type Judged, judge } from './judge'
import type { Model } from './models'
import { type Document, toDocument, toQuestion } from './question'
import type { Line } from './recorded'
import { type Variant, withVariant } from './variants'

/** What one model did with one thing said, on one surface, with one set of descriptions. */
export type Result = Case &
  Judged & {
    model: string
    surface: Installation['kind']
    /** Null: the descriptions that are published. */
    variant: string | null
    /** Names of what it called. */
    called: string[]
    tokens: { input: number; output: number }
  }

export type Run = {
  model: string
  document: Document
  variant: Variant | null
  results: Result[]
  lines: Line[]
}

export type Wanted = {
  prompts: Prompts
  installations: Installation[]
  variants: Variant[]
  models: Model[]
}

/** Every model on every surface with every set of descriptions. What a model does wrong is a result. */
export async function runEval({ prompts, installations, variants, models }: Wanted) {
  const runs: Run[] = []
  const cases = toCases(prompts, installations)
  for (const installation of installations) {
    for (const variant of [null, ...variants]) {
      for (const model of models) {
        const described = withVariant(installation, variant)
        runs.push(await runOne({ prompts, cases, installation: described, variant, model }))
      }
    }
  }
  return runs
}

type One = {
  prompts: Prompts
  cases: Case[]
  installation: Installation
  variant: Variant | null
  model: Model
}

async function runOne({ prompts, cases, installation, variant, model }: One): Promise<Run> {
  const { operations, kind: surface } = installation
  const rules: Rules = { ...prompts.rules, today: prompts.today }
  const document = await toDocument(installation, prompts.today)
  const about = { model: model.name, surface, variant: variant?.name ?? null }

  async function ask(one: Case): Promise<{ result: Result; line?: Line }> {
    const question = toQuestion(document, one)
    try {
      const answer = await model.ask(question)
      const calls = toCalls(answer, surface === 'plugin')
      const { prompt_tokens: input = 0, completion_tokens: output = 0 } = answer.usage ?? {}
      const result = {
        ...{ ...one, ...about, ...judge(one, calls, { operations, rules }) },
        ...{ called: calls.map(({ name }) => name), tokens: { input, output } },
      }
      const { key } = question
      return { result, line: { key, surface, variant: about.variant, prompt: one.prompt, answer } }
    } catch (error) {
      const failed = { verdict: 'failed', isDangerous: false, why: whyOf(error) } as const
      const nothing = { called: [], tokens: { input: 0, output: 0 } }
      return { result: { ...one, ...about, ...failed, ...nothing } }
    }
  }

  const asked = await inTurns(cases, ask)
  return {
    ...{ model: model.name, document, variant },
    results: asked.map(({ result }) => result),
    lines: asked.flatMap(({ line }) => line ?? []),
  }
}

function whyOf(error: unknown): string {
  const { name, message } = error as Error
  if (name === 'TimeoutError') return 'no answer in time'
  if (name === 'SyntaxError') return 'the answer is no JSON'
  return message
}

/** As many as most providers let in at once. */
const atOnce = 4

async function inTurns<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  async function worker() {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as T)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}
