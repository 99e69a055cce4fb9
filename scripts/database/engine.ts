import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import { FOLDER, migrationNames } from './migrations'
import { withoutSameIndexes } from './same-indexes'
import { openShadow, type Shadow } from './shadow'

// The engine looks this up to tell what went wrong before it aborts.
const panics = {
  message: '',
  set_message: (text: string) => Object.assign(panics, { message: text }),
}
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics })

/** The SQL that leads from the migrations to the schema; null when they say the same. */
export async function scriptToSchema(): Promise<string | null> {
  const shadow = await openShadow()
  try {
    const engine = await loadEngine(shadow)
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...readMigrations() },
      to: { tag: 'schemaDatamodel', files: readSchema() },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    const made = migrationNames(FOLDER).map((name) => read(join(FOLDER, name, 'migration.sql')))
    const script = withoutSameIndexes(stdout?.trim() ?? '', made.join('\n'))
    return script === '' || script === '-- This is an empty migration.' ? null : script
  } catch (error) {
    throw panics.message ? new Error(panics.message, { cause: error }) : error
  } finally {
    await shadow.close()
  }
}

function readMigrations(): MigrationList {
  return {
    baseDir: FOLDER,
    lockfile: { path: 'migration_lock.toml', content: read(join(FOLDER, 'migration_lock.toml')) },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(FOLDER).map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: read(join(FOLDER, path, 'migration.sql')) },
      },
    })),
  }
}

function readSchema() {
  const names = readdirSync('prisma').filter((name) => name.endsWith('.prisma'))
  return names.map((name) => ({ path: name, content: read(join('prisma', name)) }))
}

const read = (path: string) => readFileSync(path, 'utf8')

/**
 * Prisma's schema engine from its WebAssembly package, because Prisma's command line would have to
 * download the same as a binary. It works on an empty database in memory, so that no right to
 * create one is needed. Its `migrate dev` asks for a second database that this build of it
 * cannot make, its `diff` does not.
 */
async function loadEngine(shadow: Shadow) {
  const wasm = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(join(packageFolder(), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': wasm as unknown as WebAssembly.ModuleImports,
  })
  const { __wbg_set_wasm, SchemaEngine } = wasm as unknown as Bindings
  __wbg_set_wasm(instance.exports)
  ;(instance.exports as { __wbindgen_start: () => void }).__wbindgen_start()

  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: shadow.connect,
    connectToShadowDb: shadow.connectEmptied,
  })
  return SchemaEngine.new({ datamodels: undefined }, () => {}, factory)
}

type Bindings = {
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void
  SchemaEngine: typeof SchemaEngine
}

function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
}
