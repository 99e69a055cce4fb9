import { accessIsAsked } from './access-is-asked'
import { callsFail } from './calls-fail'
import { hostFails } from './host-fails'
import { keyIsOld } from './key-is-old'
import { mailFails } from './mail-fails'
import { mailIsOff } from './mail-is-off'
import { refreshesFail } from './refreshes-fail'
import { sweepIsLate } from './sweep-is-late'

/** What an operator should look at, in words that say what is wrong and what the button does about it. */
export type Attention = {
  what: string
  why: string
  href: string
  button: string
  /** People are losing something right now. */
  isUrgent?: boolean
}

/** Looks once; null when all is well. */
export type Check = () => Promise<Attention | null>

/** One more is a file with its check, and a line here. */
const checks: Check[] = [
  refreshesFail,
  callsFail,
  hostFails,
  mailFails,
  accessIsAsked,
  sweepIsLate,
  keyIsOld,
  mailIsOff,
]

/** What is urgent comes first, then in the order of the list. */
export async function listAttention(): Promise<Attention[]> {
  const found = await Promise.all(checks.map((check) => check()))
  const needed = found.filter((one) => one !== null)
  return [...needed.filter(isUrgent), ...needed.filter((one) => !isUrgent(one))]
}

const isUrgent = (one: Attention): boolean => one.isUrgent === true
