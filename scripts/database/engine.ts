import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { connectAdapter } from './adapter'
import { connectShadow } from './shadow'

// The engine looks this up to tell what went wrong before it aborts.
const panics = {
  message: '',
  set_message: (text: string) => Object.assign(panics, { message: text }),
}
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics })

/**
 * Prisma's schema engine, from its WebAssembly package. It works on the database at `url`, and
 * replays migrations on an empty database in memory, so that no right to create one is needed.
 */
export async function loadEngine(url: string, datamodels?: [path: string, content: string][]) {
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
    connect: () => connectAdapter(url),
    connectToShadowDb: connectShadow,
  })
  return SchemaEngine.new({ datamodels }, () => {}, factory)
}

/** What the engine said when it aborted; empty when it has not. */
export const panicMessage = () => panics.message

type Bindings = {
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void
  SchemaEngine: typeof SchemaEngine
}

function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
}
