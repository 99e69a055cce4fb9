import { type Comparison, compare } from './compare'
import type { Verdict } from './judge'
import type { Result, Run } from './run'

type Figures = {
  cases: number
  /** Of all cases, in percent with one decimal. */
  accuracy: number
  verdicts: Record<Verdict, number>
  /** Of the wrong calls, those that write where nothing was to be written. */
  dangerous: number
  /** What the plugin puts into each conversation, and what the model says it read and wrote in all. */
  tokens: { document: number; input: number; output: number }
}

export type Row = Pick<Result, 'model' | 'surface' | 'variant'> & Figures

export type Report = {
  rows: Row[]
  /** Those of the published descriptions, by operation; `null` are the prompts for no operation. */
  operations: (Pick<Row, 'model' | 'surface' | 'cases' | 'accuracy' | 'verdicts' | 'dangerous'> & {
    operation: string | null
    tokens: number
  })[]
  comparisons: Comparison[]
  mistakes: (Pick<Result, 'model' | 'surface' | 'variant' | 'prompt' | 'verdict' | 'called'> & {
    isDangerous: boolean
    why: string | null
  })[]
}

export function toReport(runs: Run[]): Report {
  return {
    rows: runs.map(toRow),
    operations: runs.filter(({ variant }) => variant === null).flatMap(toOperations),
    comparisons: compare(runs),
    mistakes: runs
      .flatMap(({ results }) => results)
      .filter(({ verdict }) => verdict !== 'right')
      .map(({ model, surface, variant, prompt, verdict, called, isDangerous, why }) => ({
        ...{ model, surface, variant, prompt, verdict, called, isDangerous, why },
      })),
  }
}

function toRow({ model, document, variant, results }: Run): Row {
  const sum = (which: 'input' | 'output') =>
    results.reduce((total, { tokens }) => total + tokens[which], 0)
  return {
    model,
    surface: document.surface,
    variant: variant?.name ?? null,
    ...toFigures(results),
    tokens: { document: document.tokens, input: sum('input'), output: sum('output') },
  }
}

function toFigures(results: Result[]) {
  const count = (verdict: Verdict) => results.filter((one) => one.verdict === verdict).length
  return {
    cases: results.length,
    accuracy: results.length === 0 ? 0 : Math.round((count('right') / results.length) * 1000) / 10,
    verdicts: {
      right: count('right'),
      'missing call': count('missing call'),
      'wrong arguments': count('wrong arguments'),
      'wrong call': count('wrong call'),
      failed: count('failed'),
    },
    dangerous: results.filter(({ isDangerous }) => isDangerous).length,
  }
}

function toOperations({ model, document, results }: Run): Report['operations'] {
  const names = [...new Set(results.map(({ expected }) => expected?.operation ?? null))]
  return names.map((operation) => ({
    model,
    surface: document.surface,
    operation,
    ...toFigures(results.filter(({ expected }) => (expected?.operation ?? null) === operation)),
    tokens: operation === null ? 0 : (document.each[operation] ?? 0),
  }))
}
