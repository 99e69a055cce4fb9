const lengths = { day: 86_400_000, hour: 3600_000 }

export type Step = keyof typeof lengths

/** The beginnings (UTC) of the last `count` days or hours, this one included, oldest first. */
export function lastSteps(step: Step, count: number, now = Date.now()): Date[] {
  const length = lengths[step]
  const latest = Math.floor(now / length)
  return Array.from({ length: count }, (_, n) => new Date((latest - count + 1 + n) * length))
}

export type Point = { at: Date; count: number }

/** One point for each step, also for those at which nothing happened. */
export function fillSteps(steps: Date[], rows: Point[]): Point[] {
  const counts = new Map(rows.map(({ at, count }) => [at.getTime(), count]))
  return steps.map((at) => ({ at, count: counts.get(at.getTime()) ?? 0 }))
}
