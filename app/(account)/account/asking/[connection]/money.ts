/** In which a person can set an amount. */
export const currencies = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD', 'JPY', 'AED'] as const

/** What a person typed, in minor units; null where it is no amount of a currency that is offered. */
export function readMinor(typed: string, currency: string): number | null {
  const text = toLatinDigits(typed.trim()).replace(/[,٫]/, '.')
  const digits = digitsOf(currency)
  if (digits === null || !/^\d{1,9}(\.\d{1,2})?$/.test(text)) return null
  const minor = Number(text) * 10 ** digits
  return Math.abs(minor - Math.round(minor)) < 1e-6 ? Math.round(minor) : null
}

/** As it stands in its field. */
export function toText(minor: number, currency: string): string {
  const digits = digitsOf(currency) ?? 2
  return (minor / 10 ** digits).toFixed(digits)
}

function digitsOf(currency: string): number | null {
  if (!(currencies as readonly string[]).includes(currency)) return null
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

/** Arabic keyboards write others. */
const toLatinDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
