import { isCopilotManifest } from '../copilot/manifest'
import type { Acting } from '../install'
import type { Installation } from '../installation'
import { ownObject, ownText } from '../json'
import { fetchOpenApi, toOpenApi } from '../openapi/read'
import { installCopilot } from './copilot'
import { isLocalHost, toAddress } from './domains'

/** An OpenAPI document by its URL, as GPT Actions and Copilot import one (hosts.md §2.2), or by its manifest. */
export async function installOpenApi(text: string, acting: Acting): Promise<Installation> {
  const { report } = acting
  const address = toAddress(text)
  if (address === null) return report.refuse('address_unusable', { where: text })
  if (address.protocol === 'http:' && !isLocalHost(address.hostname)) {
    report.refuse('api_http', { where: address.origin })
  }
  const takesManifest = acting.profile.openApi?.takesManifest ?? false
  const title = takesManifest ? 'Read the manifest, or the OpenAPI document' : undefined
  const fetched = await fetchOpenApi(address.href, acting, title)
  const { document } = fetched
  if (takesManifest && isCopilotManifest(document)) {
    return installCopilot(document, address, acting)
  }
  const { server, operations, auth } = toOpenApi(fetched, acting, { root: address, auth: null })
  const info = ownObject(document, 'info')
  const name = ownText(info, 'title') ?? address.hostname
  const description = ownText(info, 'description') ?? ''
  report.note('unverified')
  return {
    kind: 'openapi',
    address: address.href,
    name,
    nameForModel: address.hostname.replace(/[^A-Za-z0-9]+/g, '_'),
    descriptionForHuman: description,
    descriptionForModel: description,
    logoUrl: null,
    legalUrl: ownText(info, 'termsOfService'),
    contactEmail: ownText(ownObject(info, 'contact'), 'email'),
    manifest: null,
    auth,
    server,
    operations,
    protocol: null,
  }
}
