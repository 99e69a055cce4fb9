import type { Installation, ManifestTexts } from '../installation'
import { type JsonObject, ownObject, ownText } from '../json'
import type { Report } from '../problems'
import { isLocalHost, registrable } from './domains'
import { readAuth } from './manifest-auth'

type Said = ManifestTexts & Pick<Installation, 'auth'> & { apiUrl: URL }

/** What a manifest v1 says, held to the rules of hosts.md §1.1 and §1.4. */
export function readManifest(json: JsonObject, address: URL, report: Report): Said {
  const text = (field: string): string =>
    ownText(json, field) ?? report.refuse('manifest_field', { where: field })

  if (text('schema_version') !== 'v1') {
    report.refuse('manifest_version', { where: text('schema_version') })
  }
  const name = text('name_for_human')
  const nameForModel = text('name_for_model')
  checkNames(name, nameForModel, report)
  const descriptionForModel = text('description_for_model')
  const descriptionForHuman = text('description_for_human')
  if (descriptionForModel.length > 8000) {
    report.refuse('description_for_model_too_long', { where: `${descriptionForModel.length}` })
  }
  if (descriptionForHuman.length > 100) {
    report.note('description_for_human_long', { where: `${descriptionForHuman.length}` })
  }
  const logoUrl = text('logo_url')
  if (/\.gif$/i.test(logoUrl.split(/[?#]/)[0] ?? '')) report.refuse('logo_gif', { where: logoUrl })
  const legalUrl = text('legal_info_url')
  const contactEmail = text('contact_email')
  checkDomains(address, legalUrl, contactEmail, report)

  return {
    ...{ name, nameForModel, descriptionForHuman, descriptionForModel },
    ...{ logoUrl, legalUrl, contactEmail },
    auth: readAuth(json, address, report),
    apiUrl: readApiUrl(json, report),
  }
}

function checkNames(name: string, nameForModel: string, report: Report): void {
  if (name.length > 50) report.refuse('name_too_long', { where: 'name_for_human' })
  if (name.length > 20) report.note('name_long', { where: name })
  if (nameForModel.length > 50) report.refuse('name_too_long', { where: 'name_for_model' })
  if (!/^\w+$/.test(nameForModel)) report.refuse('name_characters', { where: nameForModel })
}

function checkDomains(address: URL, legal: string, contact: string, report: Report): void {
  if (isLocalHost(address.hostname)) return
  const domain = registrable(address.hostname)
  const legalHost = URL.canParse(legal) ? new URL(legal).hostname : ''
  if (registrable(legalHost) !== domain) report.note('legal_domain', { where: legal })
  if (registrable(contact.split('@').at(-1) ?? '') !== domain) {
    report.note('contact_domain', { where: contact })
  }
}

function readApiUrl(json: JsonObject, report: Report): URL {
  const api = ownObject(json, 'api') ?? report.refuse('manifest_field', { where: 'api' })
  const type = ownText(api, 'type')
  if (type === null) report.note('api_type', { where: 'api.type' })
  else if (type !== 'openapi') report.refuse('manifest_field', { where: `api.type: ${type}` })
  const url = ownText(api, 'url') ?? report.refuse('manifest_field', { where: 'api.url' })
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) report.refuse('api_url', { where: url })
  const apiUrl = new URL(url)
  if (apiUrl.protocol === 'http:' && !isLocalHost(apiUrl.hostname)) {
    report.refuse('api_http', { where: url })
  }
  return apiUrl
}
