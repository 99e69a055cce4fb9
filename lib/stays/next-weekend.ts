/** Friday to Sunday of the week after this one, as YYYY-MM-DD. */
export function nextWeekend(now = new Date()): { checkIn: string; checkOut: string } {
  const sinceMonday = (now.getUTCDay() + 6) % 7
  return { checkIn: day(now, 11 - sinceMonday), checkOut: day(now, 13 - sinceMonday) }
}

const day = (now: Date, ahead: number): string =>
  new Date(now.getTime() + ahead * 86_400_000).toISOString().slice(0, 10)
