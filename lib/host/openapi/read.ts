import type { Acting } from '../install'
import { fetchForInstall } from '../install/fetching'
import { parseDocument } from '../install/parse-document'
import type { Auth, Operation } from '../installation'
import { type JsonObject, own, ownObject, ownText } from '../json'
import { refuseCircles } from './circles'
import { readOperations } from './operations'
import { createReferences } from './references'
import { readSecurity } from './security'
import { chooseServer } from './servers'

export type OpenApi = {
  document: JsonObject
  server: string
  operations: Operation[]
  auth: Auth
}

type About = {
  /** Where the plugin was found: what the servers must be under. */
  root: URL
  /** What a manifest says of it; null where only the document can say. */
  auth: Auth | null
}

type Fetched = { document: JsonObject; url: string }

/** Fetches and reads an OpenAPI document by the rules of the profile's importer. */
export const readOpenApi = async (url: string, acting: Acting, about: About): Promise<OpenApi> =>
  toOpenApi(await fetchOpenApi(url, acting), acting, about)

export async function fetchOpenApi(
  url: string,
  acting: Acting,
  title = 'Read the OpenAPI document',
): Promise<Fetched> {
  const { text, url: from } = await fetchForInstall(
    url,
    { title, accept: '*/*', maxBytes: 1_000_000 },
    acting,
  )
  const document = parseDocument(text, 'the OpenAPI document', acting.report, { yaml: true })
  return { document, url: from }
}

export function toOpenApi({ document, url }: Fetched, acting: Acting, about: About): OpenApi {
  const { profile, report } = acting
  requireVersion(document, acting)
  requireSchemas(document, acting)
  const server = chooseServer(document, { ...about, from: new URL(url) }, acting)
  if (profile.openApi?.strict) refuseCircles(document, report)
  const references = createReferences(document, report)
  return {
    document,
    server,
    operations: readOperations(document, references, acting),
    auth: about.auth ?? readSecurity(document, report),
  }
}

function requireVersion(document: JsonObject, { profile, report }: Acting): void {
  const version = ownText(document, 'openapi')
  const taken = profile.openApi?.versions === '3.1' ? /^3\.1\.[01]$/ : /^3\.[01]\.\d+$/
  if (version !== null && taken.test(version)) return
  report.refuse('openapi_version', {
    where: version ?? `swagger ${ownText(document, 'swagger') ?? '?'}`,
    ...(profile.openApi?.versions === '3.1' && {
      asHostSays: "('openapi',): Input should be '3.1.1' or '3.1.0'",
    }),
  })
}

const schemasMissing = 'In components section, schemas subsection is not an object'

function requireSchemas(document: JsonObject, { profile, report }: Acting): void {
  if (ownObject(ownObject(document, 'components'), 'schemas')) return
  if (profile.openApi?.strict) report.refuse('components_schemas', { asHostSays: schemasMissing })
  // Documents without any components were published and taken.
  if (profile.surface === 'plugin' && own(document, 'components') !== undefined) {
    report.refuse('components_schemas', {
      asHostSays: `Could not parse OpenAPI spec for plugin: ['${schemasMissing}']`,
    })
  }
}
