import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { getToolUiResourceUri } from '@modelcontextprotocol/ext-apps/app-bridge'
import type { FrameLocator } from '@playwright/test'
import { build } from 'esbuild'
import { test as base, daysFromNow } from './fixtures'
import type { Shown } from './view-host'

export const [checkIn, checkOut] = [daysFromNow(30), daysFromNow(32)]
const input = { where: 'paris', checkIn, checkOut, guests: 2 }

type Stay = {
  slug: string
  name: string
  url: string
  image: string
  pricePerNight: number
  totalPrice: number
}
type Stage = {
  html: string
  first: Stay
  /** Puts the view into a page of a host, which tells it the input and the result. */
  show: (shown?: Shown) => Promise<FrameLocator>
}

/** Stories of the view: the running app's own, as a host gets it by MCP. */
export const test = base.extend<{ stage: Stage }>({
  stage: async ({ page, baseURL }, use) => {
    const client = new Client({ name: 'view-spec', version: '1' })
    await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', baseURL)))
    const { tools } = await client.listTools()
    const uri = String(tools.map(getToolUiResourceUri).find(Boolean))
    const [view] = (await client.readResource({ uri })).contents as unknown[] as [Resource]
    const found = await client.callTool({ name: 'searchStays', arguments: input })
    const server = await serve(view.text, view._meta.ui.csp.resourceDomains)
    const [first] = (found.structuredContent as { stays: [Stay] }).stays
    const show = async (shown: Shown = {}) => {
      const { port } = server.address() as AddressInfo
      await page.goto(`http://127.0.0.1:${port}/`)
      await page.waitForFunction(() => 'show' in window)
      await page.evaluate((shown) => window.show('/view', shown), {
        capabilities: { message: {}, openLinks: {} },
        input,
        result: found,
        ...shown,
      })
      return page.frameLocator('iframe')
    }
    await use({ html: view.text, first, show })
    server.close()
    await client.close()
  },
})

type Resource = { text: string; _meta: { ui: { csp: { resourceDomains: string[] } } } }

// On a real port of this machine: a browser keeps other pages away from what runs on localhost.
async function serve(html: string, domains: string[]): Promise<Server> {
  const { outputFiles } = await build({
    entryPoints: ['e2e/view-host.ts'],
    bundle: true,
    format: 'esm',
    write: false,
  })
  const policy = `default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src ${domains.join(' ')}`
  const answers: Record<string, [string, string, object?]> = {
    '/': [
      'text/html',
      '<!doctype html><title>Host</title><script type="module" src="/host.js"></script>',
    ],
    '/host.js': ['text/javascript', String(outputFiles[0]?.text)],
    '/view': ['text/html', html, { 'content-security-policy': policy }],
  }
  const server = createServer(({ url = '' }, response) => {
    const [type, text, headers] = answers[url] ?? ['text/plain', '']
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, ...headers }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
