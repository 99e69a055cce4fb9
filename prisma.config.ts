import { resolve } from 'node:path'
import { defineConfig } from 'prisma/config'

// Prisma's CLI looks for an engine binary that it would have to download. The same engine ships
// as WebAssembly in a package; scripts/schema-engine.mjs speaks the CLI's protocol around it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= resolve('scripts/schema-engine.mjs')

export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DIRECT_URL ?? process.env.DATABASE_URL ?? '' },
})
