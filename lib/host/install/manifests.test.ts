import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { OutboundError } from '@/lib/outbound/errors'
import type { send } from '@/lib/outbound/send'
import { install } from '../install'
import { type ProfileId, profiles } from '../profiles'
import { createWire } from '../wire'

/** Manifests that were published, with their documents; at hand where hosts are studied. */
const folder = resolve('../shared/hosts/manifests')
const isHere = existsSync(folder)

/** Under which domain each was installed, how many operations it had (null: refused), and why. */
const expected: Record<string, [domain: string, operations: number | null, codes: string[]]> = {
  klarna: ['www.klarna.com', 1, []],
  noteable: ['chat.noteable.io', 17, ['description_for_human_long']],
  notionlink: ['api.notionlink.io', 6, ['description_too_long']],
  'quickstart-todo': ['localhost:5003', 3, []],
  'redefined-github-as': ['plugin.redefined.cloud', 5, []],
  'theresanaiforthat-name22': ['theresanaiforthat.com', 1, ['name_long']],
  ticktick: ['ticktick.com', 6, []],
  'trip.com': ['www.trip.com', null, ['description_for_human_long', 'control_character']],
  turo: ['chatgpt.turo.com', 2, []],
  wolframalpha: ['www.wolframalpha.com', 2, ['description_for_human_long']],
  'yayforms-noapitype': ['openai-plugin.yayforms.com', 1, ['api_type']],
  zapier: ['nla.zapier.com', 5, []],
}

const folders = isHere ? readdirSync(folder) : []

/** Answers as those servers did, from the files. */
function answering(name: string): typeof send {
  const read = (file: string) => readFileSync(resolve(folder, name, file))
  const manifest = JSON.parse(read('ai-plugin.json').toString('utf8')) as { api: { url: string } }
  const document = readdirSync(resolve(folder, name)).find((file) => file.startsWith('openapi'))
  return async ({ url }) => {
    const file = url.endsWith('/.well-known/ai-plugin.json')
      ? 'ai-plugin.json'
      : url === manifest.api.url && document
    if (!file) throw new OutboundError('network')
    return { status: 200, headers: {}, bytes: read(file) }
  }
}

const installThere = (name: string, profile: ProfileId, address: string) =>
  install(address, { profile: profiles[profile], wire: createWire(true, answering(name)) })

test.skipIf(!isHere)('every manifest at hand stands in the table', () => {
  expect(folders.toSorted()).toEqual(Object.keys(expected).toSorted())
})

test.each(folders)('%s is taken or refused as its table says', async (name) => {
  const [domain, operations, codes] = expected[name] ?? ['', 0, []]
  const { installation, problems } = await installThere(name, 'chatgpt-2023', domain)
  expect(installation?.operations.length ?? null).toBe(operations)
  expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(codes))
  const isRefused = problems.some(({ severity }) => severity === 'refused')
  expect(isRefused).toBe(operations === null)
})

const inAnAction: Record<string, string> = {
  'trip.com': 'control_character',
  wolframalpha: 'components_schemas',
}

test.each(folders)('%s is refused as an Action, in the importer’s own words', async (name) => {
  const manifest = JSON.parse(readFileSync(resolve(folder, name, 'ai-plugin.json'), 'utf8'))
  const { installation, problems } = await installThere(name, 'gpt-action', manifest.api.url)
  const refused = problems.find(({ severity }) => severity === 'refused')
  expect([installation, refused?.code]).toEqual([null, inAnAction[name] ?? 'openapi_version'])
})

test.skipIf(!isHere)('the same manifest on another domain is refused', async () => {
  const { problems } = await installThere('klarna', 'chatgpt-2023', 'klarna.example')
  expect(problems.at(-1)).toMatchObject({ code: 'api_domain', severity: 'refused' })
})
