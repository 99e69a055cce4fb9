import type { Result, Run } from './run'

/** One description of an operation: what it costs, and how well it is chosen by it. */
type Side = {
  tokens: number
  /** Prompts that are for the operation and were answered rightly. */
  right: number
  /** Prompts that are for something else and got this operation. */
  taken: number
}

export type Comparison = Pick<Result, 'model' | 'surface'> & {
  variant: string
  operation: string
  /** How many prompts are for the operation. */
  cases: number
  published: Side
  other: Side
  says: string
}

/** Each description of each variant against the published one, with the same model and surface. */
export function compare(runs: Run[]): Comparison[] {
  return runs.flatMap((run) => {
    const { model, variant, document } = run
    const published = runs.find(
      (one) =>
        one.variant === null && one.document.surface === document.surface && one.model === model,
    )
    if (variant === null || !published) return []
    const names = Object.keys(variant.descriptions).filter((name) => name in document.each)
    return names.map((operation) => {
      const sides = { published: toSide(published, operation), other: toSide(run, operation) }
      return {
        ...{ model, surface: document.surface, variant: variant.name, operation },
        cases: run.results.filter(({ expected }) => expected?.operation === operation).length,
        ...sides,
        says: toVerdict(sides, variant.name),
      }
    })
  })
}

function toSide({ document, results }: Run, operation: string): Side {
  const isFor = ({ expected }: Result) => expected?.operation === operation
  return {
    tokens: document.each[operation] ?? 0,
    right: results.filter((one) => isFor(one) && one.verdict === 'right').length,
    taken: results.filter((one) => !isFor(one) && one.called.includes(operation)).length,
  }
}

/** Which of two descriptions is worth its tokens. */
export function toVerdict({ published, other }: Record<'published' | 'other', Side>, name: string) {
  const better = score(other) - score(published)
  const dearer = other.tokens - published.tokens
  if (dearer === 0) {
    if (better === 0) return 'both cost and choose alike'
    return `${better > 0 ? name : 'published'} costs the same and chooses better`
  }
  const [which, by, gain] = dearer > 0 ? [name, dearer, better] : ['published', -dearer, -better]
  return `${which} costs ${by} more and chooses ${gain > 0 ? 'better' : 'no better'}`
}

const score = ({ right, taken }: Side): number => right - taken
