import type { JsonObject } from './json'

/** A plugin as a host knows it once it is installed. All texts are the plugin's own: hostile input. */
export type Installation = {
  kind: 'plugin' | 'openapi' | 'mcp'
  /** What was typed, as a URL: the manifest's origin, the OpenAPI document's URL or the MCP endpoint. */
  address: string
  name: string
  nameForModel: string
  descriptionForHuman: string
  /** What the model is told of the plugin as a whole; an MCP server's instructions. */
  descriptionForModel: string
  logoUrl: string | null
  legalUrl: string | null
  contactEmail: string | null
  /** The manifest as it was published; null where there is none. */
  manifest: JsonObject | null
  auth: Auth
  /** Where calls go; for MCP the endpoint. No slash at its end. */
  server: string
  operations: Operation[]
  /** The agreed protocol version; null but for MCP. */
  protocol: string | null
}

/** What a plugin's own manifest says of it, of either kind. */
export type ManifestTexts = Pick<
  Installation,
  | 'name'
  | 'nameForModel'
  | 'descriptionForHuman'
  | 'descriptionForModel'
  | 'logoUrl'
  | 'legalUrl'
  | 'contactEmail'
>

/** How calls prove who makes them, as far as the plugin itself says. */
export type Auth =
  | { type: 'none' }
  /** One secret for everybody (`service_http`), or one that each person pastes (`user_http`). */
  | {
      type: 'key'
      whose: 'service' | 'user'
      scheme: 'bearer' | 'basic' | 'header'
      /** For the scheme `header`. */
      header: string | null
      /** The token of the verification round, as the manifest has it now. */
      verificationToken: string | null
    }
  | OAuth

export type OAuth = {
  type: 'oauth'
  authorizeUrl: string
  tokenUrl: string
  /** As it is sent; may be empty. */
  scope: string
  tokenContentType: 'application/json' | 'application/x-www-form-urlencoded'
  verificationToken: string | null
  /** What an MCP host learns from metadata; null for plugins and Actions. */
  server: AuthorizationServer | null
}

export type AuthorizationServer = {
  issuer: string
  resource: string
  registrationUrl: string | null
  revocationUrl: string | null
  scopes: string[]
  takesDocuments: boolean
  sendsIss: boolean
  tokenAuthMethods: string[]
}

export type Operation = {
  /** The operationId, at most 200 characters, or the tool's name, at most 64. */
  name: string
  title: string | null
  /** In capitals; null for a tool. */
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | null
  /** With `{parameters}`; null for a tool. */
  path: string | null
  description: string
  /** How each property of the input is sent; empty for a tool, whose input goes as it is. */
  parameters: Parameter[]
  /** JSON Schema of an object without references: what the model is asked to fill in. */
  inputSchema: JsonObject
  bodyType: 'application/json' | 'application/x-www-form-urlencoded' | null
  /** `x-openai-isConsequential`; null when it is not said. */
  isConsequential: boolean | null
  /** Whether it may be called by anybody (`security: []`, or `noauth`). */
  isOpen: boolean
  hints: Hints | null
  /** What the host's card says, where a manifest has words for it: `{{function.parameters.name}}` in them. */
  asks?: { title: string; body: string }
  /** The view that shows its results (MCP Apps): a `ui://` address. */
  viewUri: string | null
  /** Prompts and inputs of the plugin's own examples. */
  examples: Example[]
}

export type Parameter = {
  /** The input's property and the name on the wire. */
  name: string
  in: 'path' | 'query' | 'body'
  required: boolean
  description: string
  schema: JsonObject
  /** For lists in a query: `?a=1&a=2` rather than `?a=1,2`. */
  explode: boolean
}

export type Hints = {
  readOnly: boolean | null
  destructive: boolean | null
  openWorld: boolean | null
  idempotent: boolean | null
}

export type Example = { prompt: string; input: JsonObject }
