/** ISO 3166-2, as hosts send it. Anything else is as if it had not been sent. */
export const regionOf = (code: string | null): string | null =>
  code && /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code) ? code : null
