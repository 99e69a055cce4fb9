import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { ApplyMigrationsInput, SchemaEngine } from '@prisma/schema-engine-wasm'
import { loadEngine, panicMessage } from './engine'
import { runCommand } from './rpc-command'

type Request = { id: number; method?: string; params?: unknown }

/** The schema engine as Prisma's command line starts it: requests on stdin, answers on stdout. */
export async function runEngine(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    strict: false,
    options: { datamodels: { type: 'string', multiple: true }, datasource: { type: 'string' } },
  })
  const url = String(JSON.parse(String(values.datasource ?? '{}')).url ?? '')
  if (positionals[0] === 'cli') return runCommand(String(positionals[1]), url)

  const datamodels = values.datamodels?.map(String).map(withContent)
  const engine = await loadEngine(url, datamodels)
  for await (const line of createInterface({ input: process.stdin })) {
    const request: Request = JSON.parse(line)
    // Without a method, it is the receipt for a text that was to be printed.
    if (request.method) await answer(engine, request)
  }
  process.exit(0)
}

async function answer(engine: SchemaEngine, { id, method, params }: Request) {
  try {
    const result = await callEngine(engine, method, params)
    send({ id, result: result ?? null })
  } catch (error) {
    const { message } = error as Error
    const data = panicMessage()
      ? { is_panic: true, message: panicMessage() }
      : { is_panic: false, message: withoutTrace(message) }
    send({ id, error: { code: 4466, message: 'An error happened.', data } })
  }
}

async function callEngine(engine: SchemaEngine, method = '', params: unknown) {
  switch (method) {
    case 'getDatabaseVersion':
      return engine.version(null)
    case 'diff': {
      const result = await engine.diff(params as Parameters<SchemaEngine['diff']>[0])
      if (result.stdout) send({ id: 0, method: 'print', params: { content: result.stdout } })
      return result
    }
    case 'applyMigrations':
      return applyMigrations(engine, params as ApplyMigrationsInput)
    default: {
      const call = engine[method as 'applyMigrations'] as (params: unknown) => Promise<unknown>
      return call.call(engine, params)
    }
  }
}

// A script runs as one message, so what failed has left nothing behind: it can be mended and applied
// again. Only a script that commits by itself may have left something, for a person to look at.
async function applyMigrations(engine: SchemaEngine, input: ApplyMigrationsInput) {
  try {
    return await engine.applyMigrations(input)
  } catch (error) {
    const migrationName = migrationOf((error as Error).message)
    const { migrationDirectories } = input.migrationsList
    const content = migrationDirectories.find(({ path }) => path === migrationName)?.migrationFile
    const script = content?.content.tag === 'ok' ? content.content.value : 'COMMIT'
    if (migrationName && !/\bcommit\b/i.test(script)) {
      await engine.markMigrationRolledBack({ migrationName })
    }
    throw error
  }
}

function send(message: object) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

// The engine appends where in its own code it was; only the migration's name says something.
function withoutTrace(message: string): string {
  const [text = message] = message.replace(/^external connector error\s+/, '').split(/\n\s+0: /)
  const migration = migrationOf(message)
  return migration ? `Migration ${migration} failed. ${text}` : text
}

const migrationOf = (message: string) => message.match(/migration_name="([^"]+)"/)?.[1]

function withContent(path: string): [path: string, content: string] {
  return [path, readFileSync(path, 'utf8')]
}
