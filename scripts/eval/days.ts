export const isoDay = /^\d{4}-\d\d-\d\d$/

/** `today`, `today+4` or `today-1` as a date; null for any other text. */
export function toDay(text: string, today: string): string | null {
  const [, days] = /^today([+-]\d+)?$/.exec(text) ?? [null, null]
  if (days === null) return null
  const at = new Date(`${today}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + Number(days ?? 0))
  return at.toISOString().slice(0, 10)
}

export const weekday = (day: string): string =>
  new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(new Date(day))
