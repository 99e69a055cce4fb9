import type { ProblemText } from '../problems'

export const mcpProblems = {
  no_mcp_server: {
    severity: 'refused',
    means: 'Nothing at this address speaks MCP over Streamable HTTP.',
    fix: 'Give the URL of the MCP endpoint itself, which answers POST; often it ends in /mcp.',
    fact: '§3.7',
  },
  no_protocol: {
    severity: 'refused',
    means: 'The server and this host have no protocol version in common.',
    fix: 'Speak 2025-11-25 and 2025-06-18 as well as the newest.',
    fact: '§0',
  },
  no_challenge: {
    severity: 'warning',
    means:
      'The server answers 401 without a WWW-Authenticate challenge: ChatGPT does not start to link.',
    fix: 'Answer with WWW-Authenticate: Bearer resource_metadata="…".',
    fact: '§3.1',
  },
  no_resource_metadata: {
    severity: 'refused',
    means: 'The server wants a token and does not say where to get one.',
    fix: 'Serve /.well-known/oauth-protected-resource (RFC 9728), with the path of the MCP endpoint behind it.',
    fact: '§3.1',
  },
  resource_differs: {
    severity: 'warning',
    means: 'The metadata’s `resource` is not the URL of the server: Claude and VS Code refuse it.',
    fix: 'Make it the very URL, with its path.',
    fact: '§4',
  },
  no_authorization_server: {
    severity: 'refused',
    means: 'No authorization server could be found from the resource’s metadata.',
    fix: 'List the issuer exactly, and serve its metadata at /.well-known/oauth-authorization-server (RFC 8414).',
    fact: '§3.1',
  },
  issuer_differs: {
    severity: 'refused',
    means: 'The metadata’s `issuer` is not the string by which it was found.',
    fix: 'Make both the same, to the last slash.',
    fact: '§3.1',
  },
  no_s256: {
    severity: 'refused',
    means: 'code_challenge_methods_supported does not list S256.',
    fix: 'Support PKCE with S256 and say so.',
    fact: '§3.1',
  },
  no_registration: {
    severity: 'info',
    means: 'The host can neither publish itself nor register: somebody must give it a client.',
    fix: 'Support client ID metadata documents, or dynamic registration.',
    fact: '§3.2',
  },
  no_tools: {
    severity: 'warning',
    means: 'The server lists no tools.',
    fix: 'Offer at least one; a server that hides them until a person is linked shows them afterwards.',
    fact: '§3.4',
  },
  tool_unusable: {
    severity: 'warning',
    means:
      'A tool has no name of 1 to 64 letters, digits, _ and -, no input schema, or a name that another has.',
    fix: 'Name it so, and describe its input as an object.',
    fact: '§4',
  },
  tool_hints: {
    severity: 'warning',
    means:
      'A tool lacks readOnlyHint, destructiveHint or openWorldHint, without which it does not pass review.',
    fix: 'State all three as true or false.',
    fact: '§3.4',
  },
  tool_title: {
    severity: 'warning',
    means: 'A tool has no title, which Claude’s directory wants.',
    fix: 'Give it one.',
    fact: '§4',
  },
} as const satisfies Record<string, ProblemText>
