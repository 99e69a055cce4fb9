import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { catalog } from '@/lib/operations'
import type { CopilotRuntime } from '@/lib/plugin/copilot/manifest'
import { releasedListing } from '../listing'
import { toCopilotPackage } from './copilot'
import { toIcons } from './icons'
import { readPng } from './testing/read-png'
import { toZip } from './zip'

const origin = 'https://stays.example'

const pack = async (runtime: CopilotRuntime = 'openapi', referenceId: string | null = 'the-id') =>
  toZip(
    toCopilotPackage({
      ...{ catalog, origin, runtime, referenceId },
      ...{ listing: releasedListing(origin), icons: await toIcons(null) },
    }),
  )

const files = unzipSync(await pack())
const json = (name: string, from = files) => JSON.parse(strFromU8(from[name] ?? new Uint8Array()))

it('holds every file that another of its files names, and no other', () => {
  const app = json('manifest.json')
  const [agent] = app.copilotAgents.declarativeAgents
  const [action] = json(agent.file).actions
  const [runtime] = json(action.file).runtimes
  const named = [app.icons.color, app.icons.outline, agent.file, action.file, runtime.spec.url]
  expect(Object.keys(files).sort()).toEqual([...named, 'manifest.json'].sort())
})

it('is an app within the limits of the app manifest 1.28', () => {
  const app = json('manifest.json')
  expect(app.manifestVersion).toBe('1.28')
  expect(app.version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(app.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(app.name.short.length).toBeLessThanOrEqual(30)
  expect(app.developer.name.length).toBeLessThanOrEqual(32)
  expect(app.description.short.length).toBeLessThanOrEqual(80)
  expect(app.description.full.length).toBeLessThanOrEqual(4000)
  expect(app.validDomains).toEqual(['stays.example'])
})

const schemaOf = (name: string) => `../shared/hosts/schemas/copilot-${name}.schema.json`

it.skipIf(!existsSync(schemaOf('plugin-v2.4'))).each([
  ['declarativeAgent.json', 'declarative-agent-v1.8'],
  ['ai-plugin.json', 'plugin-v2.4'],
])('brings a %s that Microsoft’s own schema accepts', (file, name) => {
  // It names draft 4 and is written in the words of draft 7.
  const { $schema: _, ...schema } = JSON.parse(readFileSync(schemaOf(name), 'utf8'))
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const validate = ajv.compile(schema)
  validate(json(file))
  expect(validate.errors).toBeNull()
  expect(validate({ ...json(file), unknown: 1 })).toBe(false)
})

it('brings an OpenAPI document of the version Microsoft’s tools read, with every function', () => {
  const document = json('openapi.json')
  expect(document.openapi).toMatch(/^3\.0\./)
  expect(document.servers).toEqual([{ url: `${origin}/api` }])
  for (const { name } of json('ai-plugin.json').functions) {
    expect(JSON.stringify(document.paths)).toContain(`"operationId":"${name}"`)
  }
})

it.each([
  ['release', null],
  ['upload', 'public/logo.png'],
])(
  'has a coloured icon without holes and a white outline on nothing, of the %s',
  async (_, file) => {
    const icons = await toIcons(file === null ? null : await readFile(file))
    const color = readPng(icons.color)
    expect([color.width, color.height, color.channels]).toEqual([192, 192, 3])
    const outline = readPng(icons.outline)
    expect([outline.width, outline.height, outline.channels]).toEqual([32, 32, 4])
    const shades = outline.pixels.map(([red, green, blue, alpha]) =>
      alpha === 0 ? 'nothing' : `${red} ${green} ${blue}`,
    )
    expect(new Set(shades)).toEqual(new Set(['nothing', '255 255 255']))
  },
)

it('is the same bytes each time, in any time zone', async () => {
  const here = await pack()
  const zone = process.env.TZ
  process.env.TZ = 'Asia/Tokyo'
  try {
    expect(Buffer.from(await pack()).equals(here)).toBe(true)
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
})

it('needs no OpenAPI document over MCP', async () => {
  const overMcp = unzipSync(await pack('mcp', null))
  expect(Object.keys(overMcp)).not.toContain('openapi.json')
  expect(json('ai-plugin.json', overMcp).runtimes[0].spec).toEqual({ url: `${origin}/mcp` })
})
