import type { Acting } from '../install'
import { isUnderRoot } from '../install/domains'
import { type JsonObject, own, ownText } from '../json'

type Place = { root: URL; from: URL }

/** The server that calls go to: by the rules of plugins (§1.4) or of the Actions importer (§2.2). */
export function chooseServer(document: JsonObject, place: Place, acting: Acting): string {
  const servers = own(document, 'servers')
  const urls = (Array.isArray(servers) ? servers : [])
    .map((server) => ownText(server, 'url') ?? '')
    .filter((url) => !url.includes('{') && url.length <= 2048)
    .flatMap((url) => toServer(url, acting.profile.surface === 'openapi' ? null : place.from))
  const chosen = acting.profile.openApi?.strict
    ? chooseForAction(urls, place.from, acting)
    : chooseForPlugin(urls, place, acting)
  return chosen.href.replace(/\/+$/, '')
}

function toServer(url: string, base: URL | null): URL[] {
  const isAbsolute = /^https?:\/\//i.test(url)
  if (!isAbsolute && base === null) return []
  return url !== '' && URL.canParse(url, base ?? undefined) ? [new URL(url, base ?? undefined)] : []
}

// The first that is equal to or below the root domain, otherwise the document's own host.
function chooseForPlugin(urls: URL[], { root, from }: Place, { report }: Acting): URL {
  const fitting = urls.filter((url) => isUnderRoot(url.hostname, root.hostname))
  for (const url of urls) {
    if (!fitting.includes(url)) report.note('server_origin', { where: url.href })
  }
  const [first] = fitting
  if (fitting.length > 1) report.note('several_servers', { where: first?.href ?? '' })
  return first ?? new URL(from.origin)
}

function chooseForAction(urls: URL[], from: URL, { report }: Acting): URL {
  if (urls.length === 0) {
    return report.refuse('server_url', {
      asHostSays: 'Could not find a valid URL in `servers`',
    })
  }
  const root = from.origin.toLowerCase()
  const fitting = urls.filter((url) => url.origin.toLowerCase() === root)
  for (const url of urls) {
    if (fitting.includes(url)) continue
    report.note('server_origin', {
      where: url.href,
      asHostSays: `Server URL ${url.href} is not under the root origin ${root}; ignoring it`,
    })
  }
  const [first] = fitting
  if (first === undefined) {
    return report.refuse('server_origin', {
      asHostSays: `None of the provided servers is under the root origin ${root}`,
    })
  }
  if (urls.length > 1) {
    report.note('several_servers', {
      where: first.href,
      asHostSays: `Multiple servers found, using ${first.href}`,
    })
  }
  return first
}
