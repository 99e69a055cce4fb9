/** The conversation in the playground that led here, or null: a link must not choose where people go. */
export const toWayBack = (value: unknown): string | null =>
  typeof value === 'string' && /^\/playground\/chat\/[\w-]{1,64}$/.test(value) ? value : null

/** The page's own address, with the way back. */
export function confirmHref(id: string, back: string | null, { isNew = false } = {}): string {
  const asked = new URLSearchParams({ ...(isNew && { changed: '1' }), ...(back && { back }) })
  return `/confirm/${encodeURIComponent(id)}${asked.size > 0 ? `?${asked}` : ''}`
}
