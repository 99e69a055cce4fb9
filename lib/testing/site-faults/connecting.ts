import {
  at,
  type Disliked,
  elsewhere,
  header,
  html,
  leadTo,
  set,
  status,
  swap,
  when,
} from './change'

export const metadata = '/.well-known/oauth-authorization-server'
export const resource = '/.well-known/oauth-protected-resource/mcp'

/** What can stand in the way of discovery, registration and sign-in. */
export const connecting: Disliked = {
  'What it sends arrives': [
    ['a captive page', 'claude', 'Something else answered', at(/./, html)],
    ['a bot filter', 'vscode', 'Something else answered', at(/./, status(403))],
    ['another deployment', 'chatgpt', 'Something else', at('/health/probe', set({ proof: 'x' }))],
  ],
  'Sign-in page': [
    ['a redirect by 307', 'claude', 'redirects by 307', at('/oauth/authorize', status(307))],
    [
      'COOP on the sign-in page',
      'm365',
      'Cross-Origin-Opener-Policy',
      at('/sign-in', header('cross-origin-opener-policy', 'same-origin')),
    ],
    [
      'COOP on the way',
      'm365',
      'Cross-Origin-Opener-Policy',
      at('/oauth/authorize', header('cross-origin-opener-policy', 'same-origin')),
    ],
    ['a sign-in page that fails', 'claude-code', '502', at('/sign-in', status(502))],
  ],
  'Says where to sign in': [
    [
      'a challenge without its header',
      'chatgpt',
      'no WWW-Authenticate',
      at('/mcp', header('www-authenticate', null)),
    ],
    [
      'a challenge that leads elsewhere',
      'claude',
      'realm',
      at('/mcp', when(401, header('www-authenticate', 'Bearer realm="x"'))),
    ],
    ['a 401 that became a redirect', 'claude', '302', at('/mcp', when(401, status(302)))],
  ],
  'Protected resource metadata': [
    ['HTML instead of the resource', 'vscode', 'text/html', at(resource, html)],
    ['a resource with a slash', 'vscode', 'resource in', at(resource, swap('/mcp"', '/mcp/"'))],
    [
      'another authorization server first',
      'claude',
      'x.example',
      at(resource, set({ authorization_servers: [elsewhere] })),
    ],
  ],
  'Authorization server metadata': [
    ['a wrong issuer', 'chatgpt', 'issuer in', at(metadata, set({ issuer: elsewhere }))],
    [
      'addresses elsewhere',
      'claude',
      'token_endpoint',
      at(metadata, set({ token_endpoint: elsewhere })),
    ],
    [
      'no S256',
      'chatgpt',
      'S256',
      at(metadata, set({ code_challenge_methods_supported: ['plain'] })),
    ],
  ],
  'OpenID discovery': [
    [
      'two documents that differ',
      'chatgpt',
      'jwks_uri',
      at('/.well-known/openid-configuration', set({ jwks_uri: elsewhere })),
    ],
  ],
  'Client by its document': [
    [
      'no clients by document',
      'claude',
      'client_id_metadata',
      at(metadata, set({ client_id_metadata_document_supported: false })),
    ],
    [
      'no public clients',
      'claude',
      'none',
      at(metadata, set({ token_endpoint_auth_methods_supported: ['client_secret_basic'] })),
    ],
  ],
  'Client that registers itself': [
    [
      'no registration',
      'vscode',
      'registration_endpoint',
      at(metadata, set({ registration_endpoint: undefined })),
    ],
    [
      'a registration without refresh',
      'vscode',
      'refresh',
      at('/oauth/register', when(201, set({ grant_types: [] }))),
    ],
  ],
  'Client with a secret': [
    [
      'a registration without its secret',
      'm365',
      'no secret',
      at('/oauth/register', when(201, set({ client_secret: undefined }))),
    ],
  ],
  'Issuer in every answer': [
    [
      'a wrong iss in the answer',
      'chatgpt',
      'x.example',
      at('/oauth/authorize', leadTo(/iss=[^&]*/, 'iss=https%3A%2F%2Fx.example')),
    ],
    [
      'a state that was changed',
      'chatgpt',
      'another state',
      at('/oauth/authorize', leadTo(/state=[^&]*/, 'state=x')),
    ],
    [
      'no promise of iss',
      'chatgpt',
      'does not promise',
      at(metadata, set({ authorization_response_iss_parameter_supported: false })),
    ],
  ],
  'Signing keys': [['no key', 'chatgpt', 'no key', at('/oauth/jwks', set({ keys: [] }))]],
  Handshake: [
    [
      'an older protocol',
      'claude',
      '2024-11-05',
      at('/mcp', swap('"protocolVersion":"2025-06-18"', '"protocolVersion":"2024-11-05"')),
    ],
  ],
  Tools: [
    [
      'a tool without hints',
      'chatgpt',
      'readOnlyHint',
      at('/mcp', swap('"readOnlyHint"', '"other"')),
    ],
  ],
  'Token endpoint': [
    ['a token endpoint that redirects', 'm365', '307', at('/oauth/token', status(307))],
  ],
  'Token endpoint, asked as JSON': [
    [
      'a token endpoint that takes no JSON',
      'chatgpt-plugin',
      'invalid_request',
      at('/oauth/token', () => ({ status: 400, body: '{"error":"invalid_request"}' })),
    ],
  ],
}
