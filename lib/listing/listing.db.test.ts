import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { commandLine } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import { findEndpoint } from '@/lib/endpoints'
import { product } from '@/lib/product'
import { changeSetting } from '@/lib/settings/setting'
import { getListing, getListingForChange, listingSetting, type StoredListing } from './listing'

// Test files share the database: what is set here must hold here only.
listingSetting.name = `${listingSetting.name}-${randomUUID()}`

afterEach(async () => {
  await db().setting.deleteMany({ where: { name: listingSetting.name } })
})

async function change(some: Partial<StoredListing>): Promise<boolean> {
  const { value, version } = await getListingForChange()
  const by = commandLine
  return changeSetting(listingSetting, { value: { ...value, ...some }, version, by })
}

async function ask(path: string, init?: RequestInit): Promise<Response> {
  const endpoint = findEndpoint(path)
  if (!endpoint || !('fetch' in endpoint)) throw new Error(path)
  return endpoint.fetch(new Request(`http://localhost:3000${path}`, init))
}

const initialize = {
  method: 'POST',
  headers: { host: 'localhost:3000', 'content-type': 'application/json' },
  body: JSON.stringify({
    ...{ jsonrpc: '2.0', id: 1, method: 'initialize' },
    params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'x' } },
  }),
}

test('until somebody says otherwise, it is as the release has it', async () => {
  const listing = await getListing()
  expect(listing).toMatchObject({ name: product.name, legalUrl: expect.stringMatching(/\/legal$/) })
})

test('every surface follows within a second what an operator changed', async () => {
  const surfaces = [
    '/.well-known/ai-plugin.json',
    '/openapi.json',
    '/openapi-3.0.json',
    '/copilot/ai-plugin.json',
    '/llms.txt',
    '/mcp',
  ]
  const read = async (path: string) =>
    (await ask(path, path === '/mcp' ? initialize : undefined)).text()
  for (const path of surfaces) expect([path, await read(path)]).not.toContain('Berths')
  const logo = 'a'.repeat(64)
  const texts = { name: 'Berths', descriptionForModel: 'Finds berths.', logo, pluginToken: 'tok' }
  expect(await change({ ...texts, legalUrl: 'https://berths.example/terms' })).toBe(true)
  for (const path of surfaces) {
    expect([path, await read(path)]).toEqual([path, expect.stringContaining('Berths')])
    expect([path, await read(path)]).toEqual([path, expect.stringContaining('Finds berths.')])
  }
  expect(JSON.parse(await read('/.well-known/ai-plugin.json'))).toMatchObject({
    auth: { verification_tokens: { openai: 'tok' } },
    logo_url: expect.stringMatching(new RegExp(`/logo/${logo}\\.png$`)),
    legal_info_url: 'https://berths.example/terms',
  })
})

test('the challenge is served as soon as there is one', async () => {
  expect((await ask('/.well-known/openai-apps-challenge')).status).toBe(404)
  await change({ appsChallenge: 'tok_1' })
  expect(await (await ask('/.well-known/openai-apps-challenge')).text()).toBe('tok_1')
})

test('an address that is none, or that runs, is refused', async () => {
  for (const legalUrl of ['javascript:alert(1)', 'ftp://a.example', 'terms']) {
    await expect(change({ legalUrl })).rejects.toThrow()
  }
})
