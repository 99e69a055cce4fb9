import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const run = promisify(execFile)

const anew: Record<string, string> = {
  'lib/operations/index.ts': `
    import { z } from 'zod'
    import { createCatalog } from '@/lib/plugin/catalog'
    import { defineOperation } from '@/lib/plugin/operation'
    const note = z.string().max(80).describe('What to remember')
    const listNotes = defineOperation({
      route: 'GET /notes', scope: 'notes:read', effect: 'read', summary: 'List notes',
      description: 'Lists notes.', input: z.object({}), output: z.object({ notes: z.array(z.string()) }),
      examples: [{ prompt: 'What did I note?', input: {} }],
      handler: async (_input, { caller }) => ({ notes: [caller.accountId] }),
    })
    const getNote = defineOperation({
      route: 'GET /notes/{note}', scope: null, effect: 'read', summary: 'Get a note',
      description: 'Gets a note.', input: z.object({ note }), output: z.object({ note }),
      examples: [{ prompt: 'Get it', input: { note: 'it' } }],
      handler: async (input) => input,
    })
    export const catalog = createCatalog({ listNotes, getNote })`,
  'lib/scopes.ts': '',
  'lib/product.ts': '',
  'prisma/seed.ts': 'export async function seed(): Promise<void> {}',
  'app/admin/service.ts':
    "import type { NavItem } from './nav'; export const serviceNav: NavItem[] = []",
  'app/(site)/example.tsx': 'export const Example = () => null',
  'ask.ts': `
    import { findEndpoint } from '@/lib/endpoints'
    import { deployMigrations } from '@/scripts/database/migrations'
    import { openDatabase } from '@/scripts/database/open'
    const database = await openDatabase({ what: 'the test', lasting: false })
    await deployMigrations(database.url)
    const ask = async (path: string, init?: RequestInit) => {
      const endpoint = findEndpoint(path)
      if (!endpoint || !('fetch' in endpoint)) throw new Error(path)
      return (await endpoint.fetch(new Request('http://localhost:3000' + path, init))).json()
    }
    const list = { method: 'POST', body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}', headers: { host: 'localhost:3000', 'content-type': 'application/json' } }
    console.log(JSON.stringify([
      await ask('/openapi.json'), await ask('/api/notes/hello'), await ask('/mcp', list), await ask('/copilot/ai-plugin.json'),
    ]))
    await database.close()
    process.exit(0)`,
}

it('a developer deletes Stays, describes two operations, and every surface speaks of those', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'replaced-'))
  try {
    const { stdout: tracked } = await run('git', ['ls-files', '-z'])
    const list = await readFile('docs/replace-stays.md', 'utf8')
    const [deleted, written] = list.split('## Write anew').map(pathsIn)
    expect(Object.keys(anew)).toEqual(expect.arrayContaining(written ?? []))
    for (const path of tracked.split('\0').filter(Boolean)) {
      const isDeleted = deleted?.some((gone) => path === gone || path.startsWith(`${gone}/`))
      if (isDeleted || path.startsWith('public/')) continue
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await cp(path, join(folder, path))
    }
    anew['lib/scopes.ts'] = (await readFile('lib/scopes.ts', 'utf8')).replaceAll(
      'reservations:',
      'notes:',
    )
    anew['lib/product.ts'] = await readFile('lib/product.ts', 'utf8')
    for (const [path, text] of Object.entries(anew)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    await symlink(resolve('node_modules'), join(folder, 'node_modules'))

    const node = (...args: string[]) => run(process.execPath, args, { cwd: folder })
    await node('node_modules/prisma/build/index.js', 'generate')
    const types = await node('node_modules/typescript/bin/tsc', '--noEmit').catch((error) => error)
    // Tests speak of Stays where they want to; the code may not.
    const wrong = String(types.stdout)
      .split('\n')
      .filter((line) => /^\S/.test(line) && !/\.test\.|^lib\/testing/.test(line))
    expect(wrong).toEqual([])

    const { stdout } = await node('--import', 'tsx', 'ask.ts')
    const [document, note, tools, copilot] = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
    expect(Object.keys(document.paths)).toEqual(['/notes', '/notes/{note}'])
    expect(JSON.stringify(document.paths)).not.toMatch(/reservation/)
    expect(note).toEqual({ note: 'hello' })
    const names = tools.result.tools.map((tool: { name: string }) => tool.name)
    expect(names).toEqual(expect.arrayContaining(['listNotes', 'getNote']))
    expect(copilot.functions.map((one: { name: string }) => one.name)).toEqual([
      'listNotes',
      'getNote',
    ])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 180_000)

const pathsIn = (text: string): string[] =>
  [...text.matchAll(/^- `([^`]+)`/gm)].map((match) => String(match[1]))
