/** The rules by which ChatGPT held a plugin together (hosts.md §1.4). */

export const isLocalHost = (host: string): boolean =>
  host === 'localhost' || host === '127.0.0.1' || host === '[::1]'

/** What was typed as a URL: a domain is https, a local one http. Null for what is neither. */
export function toAddress(text: string): URL | null {
  const isUrl = /^https?:\/\//i.test(text)
  if (text.length > 2048 || (!isUrl && /[\s/?#@\\]/.test(text))) return null
  const scheme = isLocalHost(text.replace(/:\d+$/, '')) ? 'http' : 'https'
  const whole = isUrl ? text : `${scheme}://${text}`
  const url = URL.canParse(whole) ? new URL(whole) : null
  return url?.username === '' && url.password === '' ? url : null
}

const rootOf = (host: string): string => host.toLowerCase().replace(/^www\./, '')

/** Equal to the root domain of the manifest (its host without `www.`), or below it. */
export const isUnderRoot = (host: string, manifestHost: string): boolean =>
  rootOf(host) === rootOf(manifestHost) || host.toLowerCase().endsWith(`.${rootOf(manifestHost)}`)

/** Only to a subdomain of where it was asked, or from `www.` to the apex; scheme and port stay. */
export function isChildRedirect(from: string, to: URL | null): boolean {
  if (to === null) return false
  const { protocol, port, hostname } = new URL(from)
  if (to.protocol !== protocol || to.port !== port) return false
  return (
    to.hostname === hostname ||
    to.hostname.endsWith(`.${hostname}`) ||
    (hostname.startsWith('www.') && to.hostname === hostname.slice(4))
  )
}

/**
 * The part of a name that somebody registered. By a rule of thumb and not the public suffix list: it
 * only decides what is told as a warning.
 */
export function registrable(host: string): string {
  const labels = host.toLowerCase().split('.')
  const isSecondLevel = /^(co|com|org|net|gov|edu|ac)$/.test(labels.at(-2) ?? '')
  return labels.slice(isSecondLevel && labels.at(-1)?.length === 2 ? -3 : -2).join('.')
}
