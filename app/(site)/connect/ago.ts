const words = new Intl.RelativeTimeFormat('en')
const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** '12 seconds ago'; a moment that lies ahead, by another machine's clock, is now. */
export function ago(at: Date, now = new Date()): string {
  const seconds = Math.max(0, Math.floor((now.getTime() - at.getTime()) / 1000))
  const [unit, length] = units.find(([, length]) => seconds >= length) ?? ['second', 1]
  return words.format(-Math.floor(seconds / length), unit)
}
