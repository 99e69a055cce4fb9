/** A path on this site to go on to, or null: a visitor must not be sent elsewhere by a link. */
export function safeNext(value: unknown): string | null {
  if (typeof value !== 'string' || !value.startsWith('/')) return null
  const base = 'http://site.invalid'
  if (!URL.canParse(value, base)) return null
  const url = new URL(value, base)
  // A second slash, a backslash or a tab would make another host of it.
  return url.origin === base && !/^[/\\]{2}/.test(url.pathname) ? url.pathname + url.search : null
}
