/** 8450, 'EUR' → '€84.50'; whole amounts without decimals. */
export function formatPrice(minorUnits: number, currency: string): string {
  const style = { style: 'currency', currency } as const
  const digits = new Intl.NumberFormat('en', style).resolvedOptions().maximumFractionDigits ?? 2
  const amount = minorUnits / 10 ** digits
  const whole = Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {}
  return new Intl.NumberFormat('en', { ...style, ...whole }).format(amount)
}

/** '2027-03-05' → 'Fri, Mar 5' */
export const formatDay = (date: string): string => dayFormat.format(new Date(date))

const dayFormat = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
})

export const formatKind = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1)
