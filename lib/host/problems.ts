import { copilotProblems } from './problems/copilot'
import { documentProblems } from './problems/document'
import { fetchProblems } from './problems/fetching'
import { manifestProblems } from './problems/manifest'
import { mcpProblems } from './problems/mcp'
import { openApiProblems } from './problems/openapi'

/** `refused`: the host installs nothing. `warning`: it goes on without, or others refuse it. */
export type Severity = 'refused' | 'warning' | 'info'

/** What a problem always means, whatever plugin has it. `fact` is null for limits of this playground. */
export type ProblemText = { severity: Severity; means: string; fix: string; fact: string | null }

export const problemTexts = {
  ...fetchProblems,
  ...documentProblems,
  ...manifestProblems,
  ...openApiProblems,
  ...copilotProblems,
  ...mcpProblems,
} as const satisfies Record<string, ProblemText>

export type ProblemCode = keyof typeof problemTexts

export type Problem = ProblemText & {
  code: ProblemCode
  /** The very words of the real host; null where they are not known. */
  asHostSays: string | null
  /** The part of the plugin that it is about: a field, an operation, a URL. Hostile input. */
  where: string | null
}

type Details = { asHostSays?: string; where?: string }

/** Ends an installation. What was wrong stands in the report. */
export class Refusal extends Error {}

/** What was found while a plugin was installed, in that order, each thing once. */
export function createReport() {
  const problems: Problem[] = []

  function note(code: ProblemCode, details: Details = {}): void {
    const asHostSays = details.asHostSays?.slice(0, 400) ?? null
    const where = details.where?.slice(0, 200) ?? null
    const isKnown = problems.some(
      (one) => one.code === code && one.where === where && one.asHostSays === asHostSays,
    )
    // A document with a thousand mistakes is as useless as one with the first few hundred.
    if (isKnown || problems.length >= mostProblems) return
    problems.push({ code, ...problemTexts[code], asHostSays, where })
  }

  function refuse(code: ProblemCode, details: Details = {}): never {
    if (problems.length >= mostProblems) problems.length = mostProblems - 1
    note(code, details)
    const refused = problems.findLast((one) => one.code === code)
    if (refused) refused.severity = 'refused'
    throw new Refusal(code)
  }

  return { problems, note, refuse }
}

export type Report = ReturnType<typeof createReport>

const mostProblems = 200
