import { aboutScope, type Scope } from '@/lib/scopes'
import type { Recalled } from './recall'

export type ConsentScope = {
  name: Scope
  title: string
  detail: string
  kind: 'see' | 'do'
  /** Data that nothing needs: off until the person switches it on. */
  optional: boolean
  /** `fixed` goes with every connection; `allowed` was allowed before; `choice` is asked now. */
  state: 'fixed' | 'allowed' | 'choice'
  /** How the question stands before the person touches it. */
  on: boolean
  /** Left out before, and the client has tried to use it since. */
  missed: boolean
}

/** Where something new is wanted, only that is asked; otherwise the whole is asked anew. */
export function toConsentScopes(
  requested: Scope[],
  recalled: ReadonlyMap<string, Recalled>,
): ConsentScope[] {
  const isAllowed = (name: Scope) => recalled.get(name)?.answer === 'allowed'
  const open = requested.filter((name) => !aboutScope(name).technical)
  const isStepUp = !open.every(isAllowed)
  return requested.map((name) => {
    const { title, detail, kind, optional = false, technical } = aboutScope(name)
    const before = recalled.get(name)?.answer
    const state = technical ? 'fixed' : isStepUp && isAllowed(name) ? 'allowed' : 'choice'
    const on = optional ? isAllowed(name) : before !== 'left out'
    return { name, title, detail, kind, optional, state, on, missed: before === 'missed' }
  })
}

/** `look` is Allow for what only shows something. */
export type Answer = { answer: 'allow' | 'look' | 'deny'; chosen: string[] }

/** What an answer lets the client have; nothing is a Deny. */
export function toGranted(scopes: ConsentScope[], { answer, chosen }: Answer): Scope[] {
  if (answer === 'deny') return []
  const granted = scopes
    .filter(({ state, name }) => state !== 'choice' || chosen.includes(name))
    .filter(({ state, kind }) => answer === 'allow' || state === 'fixed' || kind === 'see')
    .map(({ name }) => name)
  return granted.some((name) => name !== 'offline_access') ? granted : []
}
