import { randomUUID } from 'node:crypto'

/** What the MCP libraries ask of an application: it keeps what it is given, and shows the address. */
export class MemoryProvider {
  asked = 0
  kept = {}

  constructor(redirectUri, metadata = {}) {
    this.redirectUrl = redirectUri
    this.clientMetadata = {
      client_name: 'Conformance client',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      ...metadata,
    }
  }

  /** Set to ask for less at first than the server named, so that it has to ask again. */
  firstScope = null

  redirectToAuthorization(url) {
    if (this.firstScope && this.asked === 0) url.searchParams.set('scope', this.firstScope)
    this.asked += 1
    console.log(`authorize: ${url.href}`)
  }

  state() {
    this.kept.state = randomUUID()
    return this.kept.state
  }

  saveState = (state) => this.keep('state', state)
  storedState = () => this.kept.state
  clientInformation = () => this.kept.client
  saveClientInformation = (client) => this.keep('client', client)
  isClientInformationDynamicallyRegistered = () => this.kept.client !== undefined
  tokens = () => this.kept.tokens
  saveTokens = (tokens) => this.keep('tokens', tokens)
  codeVerifier = () => this.kept.verifier
  saveCodeVerifier = (verifier) => this.keep('verifier', verifier)
  discoveryState = () => this.kept.discovery
  saveDiscoveryState = (discovery) => this.keep('discovery', discovery)
  authorizationServerInformation = () => this.kept.server
  saveAuthorizationServerInformation = (server) => this.keep('server', server)

  invalidateCredentials(scope) {
    const names = {
      all: ['client', 'tokens', 'verifier'],
      client: ['client'],
      tokens: ['tokens'],
      discovery: ['discovery'],
    }
    for (const name of names[scope] ?? []) delete this.kept[name]
  }

  keep(name, value) {
    this.kept[name] = value
  }

  /** As if the token had run out: the next call is refused, and the client has to refresh. */
  spoilAccessToken() {
    this.kept.tokens = { ...this.kept.tokens, access_token: 'expired' }
  }
}
