import { type JsonObject, ownObject, ownText, ownTexts } from '../json'
import type { Report } from '../problems'
import { objectsIn, refuseUnknown } from './members'

/** One OpenAPI document, and the functions that are called by it. */
export type CopilotRuntime = { url: URL; auth: AuthType; runs: (name: string) => boolean }

type AuthType = 'None' | 'OAuthPluginVault' | 'ApiKeyPluginVault'

/** The runtimes that this host calls itself; one at least. `base` is where the manifest stands. */
export function readRuntimes(json: JsonObject, base: URL, report: Report): CopilotRuntime[] {
  const runtimes = objectsIn(json, 'runtimes', report).flatMap((object, index) => {
    const where = `runtimes[${index}]`
    refuseUnknown(withoutOwn(object), { known: members, where }, report)
    const type = ownText(object, 'type')
    if (type !== 'OpenApi') {
      report.note('agent_runtime_other', { where: `${where}: ${type}` })
      return []
    }
    const named = ownTexts(object, 'run_for_functions')
    const isAll = named.includes('*') || named.length === 0
    return [
      {
        url: readUrl(object, base, { where, report }),
        auth: readAuth(object, where, report),
        runs: (name: string) => isAll || named.includes(name),
      },
    ]
  })
  if (runtimes.length === 0) report.refuse('agent_runtime')
  const others = runtimes.filter(({ url }) => url.href !== runtimes[0]?.url.href)
  for (const { url } of others) report.note('agent_documents', { where: url.href })
  return runtimes.filter((one) => !others.includes(one))
}

const members = ['type', 'auth', 'run_for_functions', 'spec', 'output_template']

/** Members of a vendor's own are allowed here, and nowhere else. */
const withoutOwn = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([member]) => !member.startsWith('x-')))

function readUrl(
  runtime: JsonObject,
  base: URL,
  { where, report }: { where: string; report: Report },
): URL {
  const url = ownText(ownObject(runtime, 'spec'), 'url')
  const found = url !== null && URL.canParse(url, base) ? new URL(url, base) : null
  if (found && /^https?:$/.test(found.protocol)) return found
  return report.refuse('agent_field', { where: `${where}.spec.url` })
}

function readAuth(runtime: JsonObject, where: string, report: Report): AuthType {
  const auth = ownObject(runtime, 'auth')
  const type = ownText(auth, 'type')
  refuseUnknown(withoutOwn(auth ?? {}), { known: authMembers, where: `${where}.auth` }, report)
  if (type === 'None') return type
  if (type !== 'OAuthPluginVault' && type !== 'ApiKeyPluginVault') {
    return report.refuse('agent_field', { where: `${where}.auth.type` })
  }
  const reference = ownText(auth, 'reference_id')
  if (reference === null) report.refuse('agent_field', { where: `${where}.auth.reference_id` })
  if (/^\$\{\{/.test(reference ?? '')) report.note('agent_reference', { where: `${reference}` })
  return type
}

const authMembers = ['type', 'Type', 'reference_id']
