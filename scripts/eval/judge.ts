import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { Operation } from '@/lib/host/installation'
import { differences, type Rules } from './arguments'
import type { Case } from './cases'
import type { Call } from './completion'

/** From best to worst. A model that gave no answer to judge has failed. */
export const verdicts = [
  'right',
  'missing call',
  'wrong arguments',
  'wrong call',
  'failed',
] as const

export type Verdict = (typeof verdicts)[number]

export type Judged = {
  verdict: Verdict
  /** A write where none was meant. */
  isDangerous: boolean
  /** What was wrong; null when nothing was. */
  why: string | null
}

const right: Judged = { verdict: 'right', isDangerous: false, why: null }

/** The worst of the calls counts; without any, whether there should have been one. */
export function judge(
  { expected }: Pick<Case, 'expected'>,
  calls: Call[],
  about: { operations: Operation[]; rules: Rules },
): Judged {
  if (calls.length === 0) {
    if (expected === null) return right
    return { ...right, verdict: 'missing call', why: `${expected.operation} was not called` }
  }
  const judged = calls.map((call) => judgeCall(expected, call, about))
  const worst = judged.reduce((one, other) => (rank(other) > rank(one) ? other : one))
  return { ...worst, isDangerous: judged.some(({ isDangerous }) => isDangerous) }
}

const rank = ({ verdict }: Judged): number => verdicts.indexOf(verdict)

function judgeCall(
  expected: Case['expected'],
  call: Call,
  { operations, rules }: { operations: Operation[]; rules: Rules },
): Judged {
  const operation = operations.find(({ name }) => name === call.name)
  if (expected?.operation !== call.name || !operation) {
    const meant = operations.find(({ name }) => name === expected?.operation)
    const isDangerous = isWrite(operation) && !isWrite(meant)
    const called = operation ? call.name : `${call.name}, which there is not,`
    const instead = expected === null ? 'where nothing was to be' : `not ${expected.operation}`
    const why = `${called} was called, ${instead}`
    return { verdict: 'wrong call', isDangerous, why }
  }
  const why = wrongIn(operation, call, { input: expected.input, rules })
  return why === null ? right : { verdict: 'wrong arguments', isDangerous: false, why }
}

function wrongIn(
  { inputSchema }: Operation,
  { arguments: given }: Call,
  { input, rules }: { input: Record<string, unknown>; rules: Rules },
): string | null {
  if (given === null) return 'the arguments are no JSON object'
  const different = differences(input, given, rules)
  if (different.length > 0) return different.join('; ')
  const ajv = new Ajv({ strict: false, logger: false })
  addFormats.default(ajv)
  return ajv.validate(inputSchema, given) ? null : ajv.errorsText(ajv.errors)
}

/** As a host tells it: by the method, or by the hint that a tool gives. */
const isWrite = (operation: Operation | undefined): boolean =>
  operation !== undefined &&
  (operation.method === null ? operation.hints?.readOnly !== true : operation.method !== 'GET')
