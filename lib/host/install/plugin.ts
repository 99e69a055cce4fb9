import type { Acting } from '../install'
import type { Installation } from '../installation'
import { readOpenApi } from '../openapi/read'
import { isLocalHost, isUnderRoot, toAddress } from './domains'
import { fetchForInstall } from './fetching'
import { readManifest } from './manifest'
import { parseDocument } from './parse-document'

/** A plugin of 2023, by its domain (hosts.md §1.1): the manifest first, then what it names. */
export async function installPlugin(text: string, acting: Acting): Promise<Installation> {
  const { report } = acting
  const address = toAddress(text)
  if (address === null) return report.refuse('address_unusable', { where: text })
  if (address.protocol === 'http:' && !isLocalHost(address.hostname)) {
    report.refuse('api_http', { where: address.origin })
  }
  const manifestUrl = `${address.origin}/.well-known/ai-plugin.json`
  const fetched = await fetchForInstall(
    manifestUrl,
    { title: 'Find the manifest', accept: '*/*', maxBytes: 100_000 },
    acting,
  )
  const json = parseDocument(fetched.text, 'the manifest', report, { yaml: false })
  const { apiUrl, ...manifest } = readManifest(json, address, report)

  const isOurs = isUnderRoot(apiUrl.hostname, address.hostname)
  if (!isOurs) report.refuse('api_domain', { where: apiUrl.href })
  const api = await readOpenApi(apiUrl.href, acting, { root: address, auth: manifest.auth })
  report.note('unverified')
  return {
    kind: 'plugin',
    address: address.origin,
    ...manifest,
    manifest: json,
    server: api.server,
    operations: api.operations,
    protocol: null,
  }
}
