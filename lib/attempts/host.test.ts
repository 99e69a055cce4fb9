import { expect, it } from 'vitest'
import { toHost } from './host'

const app = (redirectUri: string | null, clientName = '', clientId = 'dcr_x') =>
  toHost({ clientId, clientName, redirectUri })

it('knows a host by where it takes people back to', () => {
  expect(app('https://chatgpt.com/connector/oauth/cb_1')).toBe('chatgpt')
  expect(app('https://chatgpt.com/aip/g-1/oauth/callback')).toBe('gpt-action')
  expect(app('https://teams.microsoft.com/api/platform/v1.0/oAuthRedirect')).toBe('m365')
  expect(app('cursor://anysphere.cursor-mcp/oauth/callback')).toBe('cursor')
})

it('knows an app on the person’s computer by its document, else by its name', () => {
  const document = 'https://claude.ai/oauth/claude-code-client-metadata'
  expect(app('http://localhost:5000/callback', 'x', document)).toBe('claude-code')
  expect(app('http://127.0.0.1:33418/', 'Visual Studio Code')).toBe('vscode')
})

it('takes everything else for any MCP client, whatever it is called', () => {
  expect(app('https://constructor/cb')).toBe('mcp')
  expect(app('not an address', '__proto__', 'constructor')).toBe('mcp')
  expect(toHost({ clientId: null, clientName: null, redirectUri: null })).toBe('mcp')
})
