import type { Operation } from '../catalog'
import type { Plugin } from '../plugin'
import { toFunction } from './function'

export const copilotVersions = ['v2.4', 'v2.3', 'v2.2', 'v2.1'] as const
export type CopilotVersion = (typeof copilotVersions)[number]

export const copilotRuntimes = ['openapi', 'mcp'] as const
export type CopilotRuntime = (typeof copilotRuntimes)[number]

export type CopilotAbout = {
  /** ≤ 20 characters. */
  name: string
  /** Letters and digits. */
  nameForModel: string
  /** ≤ 100 characters. */
  descriptionForHuman: string
  /** ≤ 2048 characters. */
  descriptionForModel: string
  contactEmail: string
  logoUrl: string
  legalUrl: string
  privacyUrl: string
}

export type CopilotOptions = {
  version: CopilotVersion
  /** `mcp` exists from v2.4 on: the host asks the MCP server for its tools. */
  runtime: CopilotRuntime
  /** Id of the OAuth client registration in the Teams developer portal. */
  referenceId: string | null
  /** Where the OpenAPI document lies; relative to the manifest inside an app package. */
  openApiUrl?: string
}

// What Microsoft's toolkit replaces when it packs: the security scheme's name in capitals.
const referencePlaceholder = '$' + '{{ACCOUNT_CONFIGURATION_ID}}'

/** Plugin manifest of Microsoft 365 Copilot; unknown properties would make it invalid. */
export function toCopilotManifest(
  plugin: Pick<Plugin, 'catalog' | 'origin'>,
  about: CopilotAbout,
  options: CopilotOptions,
) {
  const origin = plugin.origin()
  const { operations } = plugin.catalog
  const starters = toStarters(operations)
  return {
    $schema: `https://developer.microsoft.com/json-schemas/copilot/plugin/${options.version}/schema.json`,
    schema_version: options.version,
    name_for_human: about.name,
    namespace: about.nameForModel,
    description_for_human: about.descriptionForHuman,
    description_for_model: about.descriptionForModel,
    logo_url: about.logoUrl,
    contact_email: about.contactEmail,
    legal_info_url: about.legalUrl,
    privacy_policy_url: about.privacyUrl,
    functions:
      options.runtime === 'mcp'
        ? []
        : operations.map((operation) => toFunction(operation, options.version)),
    runtimes:
      options.runtime === 'mcp'
        ? [toMcpRuntime(origin, operations, options)]
        : toOpenApiRuntimes(origin, operations, options),
    ...(starters.length > 0 && { capabilities: { conversation_starters: starters } }),
  }
}

/** At most six: what can be asked first, because it needs nothing that an earlier answer gave. */
export const toStarters = (operations: Operation[]): { text: string }[] =>
  operations
    .filter((operation) => operation.fields.every((field) => !field.required))
    .flatMap((operation) => operation.examples.map(({ prompt }) => ({ text: prompt })))
    .slice(0, 6)

/** One runtime a kind of sign-in, so that what is public works before the person links an account. */
function toOpenApiRuntimes(origin: string, operations: Operation[], options: CopilotOptions) {
  // Microsoft's own tools refuse every OpenAPI version but 3.0.
  const url = options.openApiUrl ?? `${origin}/copilot/openapi.json`
  return [false, true].flatMap((signedIn) => {
    const names = operations.filter(({ scope }) => (scope !== null) === signedIn)
    if (names.length === 0) return []
    return {
      type: 'OpenApi',
      auth: toAuth(signedIn, options),
      spec: { url },
      run_for_functions: names.map(({ name }) => name),
    }
  })
}

const toMcpRuntime = (origin: string, operations: Operation[], options: CopilotOptions) => ({
  type: 'RemoteMCPServer',
  auth: toAuth(
    operations.some(({ scope }) => scope !== null),
    options,
  ),
  // Without mcp_tool_description the host discovers the tools itself.
  spec: { url: `${origin}/mcp` },
  run_for_functions: ['*'],
})

const toAuth = (signedIn: boolean, { referenceId }: CopilotOptions) =>
  signedIn
    ? { type: 'OAuthPluginVault', reference_id: referenceId ?? referencePlaceholder }
    : { type: 'None' }
