import type { Heard } from '../wire'

export type Pause = (milliseconds: number) => Promise<void>

export const pause: Pause = (milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * Sends again what was turned away for now: 429 always, a failure of the server only for what changes
 * nothing, since a write may have happened. Null when it stays so, or would take longer than `budgetMs`.
 */
export async function withRetries(
  sendOnce: () => Promise<Heard>,
  rules: { most: number; budgetMs: number; isWrite: boolean; pause: Pause },
): Promise<Heard | null> {
  let waited = 0
  for (let tries = 0; ; tries += 1) {
    const heard = await sendOnce()
    const isAgain = heard.status === 429 || (!rules.isWrite && heard.status >= 500)
    if (!isAgain) return heard
    if (rules.most === 0) return heard
    const wait = askedFor(heard) ?? Math.min(500 * 2 ** tries, 8000)
    waited += wait
    const says = `wait ${Math.ceil(wait / 1000)} s and try again, at most ${rules.most} times`
    const isWorthIt = tries < rules.most && waited <= rules.budgetMs
    heard.step.checks.push({ says, passed: isWorthIt, fact: '§1.4' })
    if (!isWorthIt) return heard.status === 429 ? null : heard
    await rules.pause(wait)
  }
}

/** Retry-After in milliseconds: seconds or a date (RFC 9110 §10.2.3). */
function askedFor({ headers }: Heard): number | null {
  const value = headers['retry-after']
  if (value === undefined) return null
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now())
}
