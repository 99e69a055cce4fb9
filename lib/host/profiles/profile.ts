/**
 * One host as data: what it sends, refuses and ignores. A `fact` is the section of the collected host
 * facts that a group of values rests on; null where a vendor says nothing and the playground chose.
 */
export type Profile = {
  name: string
  /** What it installs: a manifest of 2023 with its OpenAPI document, a bare one, or an MCP server. */
  surface: 'plugin' | 'openapi' | 'mcp'
  fetching: { timeoutMs: number; userAgent: string; fact: string | null }
  openApi: OpenApiRules | null
  mcp: McpRules | null
  linking: Linking
  calling: Calling
  confirming: { rule: ConfirmRule; fact: string | null }
}

export type OpenApiRules = {
  /** `3.x` takes 3.0 and 3.1; `3.1` only 3.1.0 and 3.1.1, as the Actions importer. */
  versions: '3.x' | '3.1'
  mostOperations: number | null
  /** Characters of an operation's description or summary, and of a parameter's. */
  longestDescription: number
  longestParameterDescription: number
  /** Whether what breaks these rules is refused, or only told. */
  strict: boolean
  /** Objects inside bodies, and oneOf, anyOf and allOf, are not supported. */
  flatOnly: boolean
  /** Takes a manifest of Microsoft 365 Copilot too, which names the document. */
  takesManifest: boolean
  fact: string
}

export type McpRules = {
  clientName: string
  /** Newest first. */
  protocols: readonly string[]
  /** Asks `server/discover` before it initializes. */
  discoversFirst: boolean
  /** The metadata's `resource` must be the very URL of the server. */
  resourceIsUrl: boolean
  /** Which of several authorization servers it takes. */
  authorizationServers: 'each' | 'first'
  /** Takes up a link only on a 401 that has a WWW-Authenticate challenge. */
  needsChallenge: boolean
  /** A tool without `readOnlyHint`, `destructiveHint` and `openWorldHint` does not pass review. */
  hintsRequired: boolean
  toolNeedsTitle: boolean
  fact: string
}

export type Linking = {
  pkce: boolean
  /** Names the resource at both ends (RFC 8707). */
  resource: boolean
  /** What it makes of `iss` (RFC 9207): nothing, or checks it whenever it is sent or announced. */
  iss: 'ignored' | 'checked'
  /** How it shows who it is, best first. */
  identities: readonly ('given' | 'document' | 'dynamic')[]
  /** Adds `offline_access` where the authorization server lists it. */
  addsOfflineAccess: boolean
  /** Revokes the token when the person unlinks. */
  revokes: boolean
  /** A dynamically registered client gets a secret, or cannot connect. */
  needsSecret: boolean
  timeoutMs: number
  fact: string
}

export type Calling = {
  userAgent: string
  timeoutMs: number
  /** Characters of an answer, and of a request's body. */
  longest: number
  mostRetries: number
  headers: readonly ('conversation' | 'ephemeral-user' | 'subdivision' | 'gpt')[]
  /** Sends `content-type: application/json` on a GET too. */
  typeOnGet: boolean
  /** Asks robots.txt for this user agent first. */
  robots: string | null
  /** Hints in an MCP request's `_meta`. */
  meta: readonly ('openai/locale' | 'openai/userAgent' | 'openai/userLocation' | 'openai/subject')[]
  fact: string | null
}

export type ConfirmRule = 'every-write' | 'consequential' | 'first-use' | 'read-only-hint'
