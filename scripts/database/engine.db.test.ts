import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadEngine } from './engine'

const folder = 'prisma/migrations'
const read = (path: string) => ({ path, content: readFileSync(path, 'utf8') })

test('the migrations lead to exactly what the schema says', async () => {
  const scripts = readdirSync(folder).filter((name) =>
    existsSync(join(folder, name, 'migration.sql')),
  )
  const schemas = readdirSync('prisma').filter((name) => name.endsWith('.prisma'))
  const engine = await loadEngine(String(process.env.DATABASE_URL))
  const { stdout } = await engine.diff({
    from: {
      tag: 'migrations',
      baseDir: folder,
      lockfile: read(join(folder, 'migration_lock.toml')),
      shadowDbInitScript: '',
      migrationDirectories: scripts.sort().map((path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: read(join(folder, path, 'migration.sql')).content },
        },
      })),
    },
    to: { tag: 'schemaDatamodel', files: schemas.map((name) => read(join('prisma', name))) },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  expect(stdout?.trim()).toBe('-- This is an empty migration.')
})
