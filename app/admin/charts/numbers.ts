const plain = new Intl.NumberFormat('en')
const short = new Intl.NumberFormat('en', { notation: 'compact' })
const fine = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 })
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 })
const exact = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 3 })

export const toNumber = (value: number): string => plain.format(value)
export const toShort = (value: number): string => short.format(value)
export const toShare = (value: number): string => percent.format(value)
/** For what is promised to three places. */
export const toExactShare = (value: number): string => exact.format(value)

/** Two digits: a quantile is not known better. */
export function toLength(ms: number | null): string {
  if (ms === null) return '–'
  return ms < 1000 ? `${fine.format(ms)} ms` : `${fine.format(ms / 1000)} s`
}
