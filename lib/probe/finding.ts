export type Level = 'ok' | 'warn' | 'fail'

/** What one check saw, and where it is not as the host wants it, what to do. */
export type Finding = { check: string; level: Level; fact: string; fix: string | null }

/** What a host would say of this site; the worst of its findings is its level. */
export type HostResult = { host: string; name: string; level: Level; findings: Finding[] }

/** What a host would dislike; thrown by a check, which else resolves to what it saw. */
export class Dislike extends Error {
  constructor(
    readonly level: 'warn' | 'fail',
    readonly fact: string,
    readonly fix: string,
  ) {
    super(fact)
  }
}

export function dislike(fact: string, fix: string): never {
  throw new Dislike('fail', fact, fix)
}

export const worst = (findings: Finding[]): Level =>
  findings.some(({ level }) => level === 'fail')
    ? 'fail'
    : findings.some(({ level }) => level === 'warn')
      ? 'warn'
      : 'ok'
