import type { ManifestTexts } from '../installation'
import { type JsonObject, own, ownText } from '../json'
import type { Report } from '../problems'
import { refuseLongTexts, refuseUnknown } from './members'

/** Whether a document is a manifest for Copilot and not what one names. */
export const isCopilotManifest = (document: JsonObject): boolean =>
  own(document, 'schema_version') !== undefined &&
  own(document, 'openapi') === undefined &&
  own(document, 'swagger') === undefined

/** What a manifest of 2.1 to 2.4 says of the plugin as a whole (hosts.md §5.1). */
export function readAbout(json: JsonObject, report: Report): ManifestTexts {
  refuseUnknown(json, { known: members, where: 'the manifest' }, report)
  refuseLongTexts(json, report)
  const text = (field: string): string =>
    ownText(json, field) ?? report.refuse('agent_field', { where: field })

  const version = text('schema_version')
  if (!/^v2\.[1-4]$/.test(version)) report.refuse('agent_version', { where: version })
  const name = text('name_for_human')
  const nameForModel = text('namespace')
  const pattern = version === 'v2.4' ? /^[A-Za-z0-9-]+$/ : /^[A-Za-z0-9_]+$/
  if (!pattern.test(nameForModel)) report.refuse('agent_field', { where: 'namespace' })
  const descriptionForHuman = text('description_for_human')
  const descriptionForModel = ownText(json, 'description_for_model') ?? ''
  noteCut(json, report)
  return {
    ...{ name, nameForModel, descriptionForHuman },
    descriptionForModel: descriptionForModel.slice(0, used.description_for_model),
    logoUrl: ownText(json, 'logo_url'),
    legalUrl: ownText(json, 'legal_info_url'),
    contactEmail: ownText(json, 'contact_email'),
  }
}

const members = [
  ...['$schema', 'schema_version', 'name_for_human', 'namespace', 'description_for_model'],
  ...['description_for_human', 'logo_url', 'contact_email', 'legal_info_url'],
  ...['privacy_policy_url', 'functions', 'runtimes', 'capabilities'],
]

/** Characters that the host uses of a text. */
const used = { name_for_human: 20, description_for_human: 100, description_for_model: 2048 }

function noteCut(json: JsonObject, report: Report): void {
  for (const [field, most] of Object.entries(used)) {
    const { length } = ownText(json, field) ?? ''
    if (length > most) report.note('agent_text_cut', { where: `${field}: ${length}` })
  }
}
