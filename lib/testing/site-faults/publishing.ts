import { at, type Disliked, elsewhere, header, html, set, status, swap } from './change'
import { metadata } from './connecting'

/** What can be wrong with what pages and importers read. */
export const publishing: Disliked = {
  'Discovery from a page': [
    [
      'CORS of the documents',
      'browser',
      'x.example',
      at(metadata, header('access-control-allow-origin', elsewhere)),
    ],
  ],
  'Requests from a page': [
    ['a preflight that is refused', 'browser', '405', at('/oauth/token', status(405))],
  ],
  'Challenge from a page': [
    [
      'a challenge that pages cannot read',
      'browser',
      'WWW-Authenticate',
      at('/mcp', header('access-control-expose-headers', null)),
    ],
  ],
  Manifest: [
    [
      'a manifest that is too long',
      'chatgpt-plugin',
      '21 characters',
      at('/.well-known/ai-plugin.json', set({ name_for_human: 'x'.repeat(21) })),
    ],
    [
      'a manifest without a logo',
      'chatgpt-plugin',
      'logo_url',
      at('/.well-known/ai-plugin.json', set({ logo_url: '' })),
    ],
  ],
  'What the manifest names': [
    [
      'a logo that is a GIF',
      'chatgpt-plugin',
      'image/gif',
      at('/logo.png', header('content-type', 'image/gif')),
    ],
    ['a legal page that is gone', 'chatgpt-plugin', '/legal', at('/legal', status(404))],
  ],
  'robots.txt': [
    [
      'a robots.txt that keeps ChatGPT out',
      'chatgpt-plugin',
      'ChatGPT-User',
      at('/robots.txt', () => ({ body: 'User-agent: *\nDisallow: /\n' })),
    ],
  ],
  'OpenAPI importer': [
    [
      'an OpenAPI document of an older kind',
      'gpt-action',
      '3.1.1',
      at('/openapi.json', set({ openapi: '3.0.3' })),
    ],
    [
      'servers elsewhere',
      'gpt-action',
      'root origin',
      at('/openapi.json', set({ servers: [{ url: elsewhere }] })),
    ],
    [
      'an operation without a name',
      'gpt-action',
      'missing operationId',
      at('/openapi.json', swap('"operationId"', '"x"')),
    ],
  ],
  'Asks to sign in': [
    ['a 401 that became a page', 'gpt-action', 'text/html', at(/^\/api\//, html)],
  ],
  'Plugin manifest': [
    [
      'functions that are no operations',
      'm365',
      'names x',
      at('/copilot/ai-plugin.json', swap('"name":"searchStays"', '"name":"x"')),
    ],
  ],
  'Flat requests': [
    [
      'a request with choices',
      'm365',
      'oneOf',
      at('/openapi-3.0.json', swap('"schema":{', '"schema":{"oneOf":[],')),
    ],
  ],
}
