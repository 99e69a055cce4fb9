import type { z } from 'zod'
import { type Actor, audit } from '@/lib/audit/audit'
import { db, query } from '@/lib/data/db'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

/**
 * What an operator can set while the site runs: `fallback` is what holds until somebody does, from
 * the environment or the release. A stored value that the schema refuses, as one of an earlier
 * release may be, counts as not set.
 */
export type Setting<Value> = {
  name: string
  schema: z.ZodType<Value>
  fallback: () => Value
}

export const defineSetting = <Value>(setting: Setting<Value>): Setting<Value> => setting

/** Milliseconds; half of the second within which a change must hold everywhere. */
const staleAfter = 400

type Stored = { name: string; value: unknown; version: number; changedAt: Date }

let stored = new Map<string, Stored>()
let edition = ''
let readAt = Number.NEGATIVE_INFINITY
let reading: Promise<void> | null = null

/** What holds now; at most 0.4 s old, asked lazily and for all settings at once. */
export async function readSetting<Value>(setting: Setting<Value>): Promise<Value> {
  await readIfStale()
  return toValue(setting, stored.get(setting.name))
}

/** Another text once any setting was changed: what was made from settings before is old then. */
export async function settingsEdition(): Promise<string> {
  await readIfStale()
  return edition
}

async function readIfStale(): Promise<void> {
  if (performance.now() - readAt <= staleAfter) return
  reading ??= readAll()
    .catch(keepKnown)
    .finally(() => {
      reading = null
    })
  await reading
}

/** What was set is as good as ever while the database does not answer; only nothing is not. */
function keepKnown(error: unknown): void {
  if (readAt === Number.NEGATIVE_INFINITY) throw error
  readAt = performance.now()
  log.warn('settings not read', error)
}

/** What holds now with its version, for a form that changes it. */
export async function readForChange<Value>(
  setting: Setting<Value>,
): Promise<{ value: Value; version: number }> {
  await readAll()
  const row = stored.get(setting.name)
  return { value: toValue(setting, row), version: row?.version ?? 0 }
}

/**
 * Sets it, if it still has the version that the operator saw (0: nobody set it yet). False where
 * somebody else was first. Throws ZodError on a value that the setting does not take.
 */
export async function changeSetting<Value>(
  setting: Setting<Value>,
  change: { value: Value; version: number; by: Actor },
): Promise<boolean> {
  const { version, by } = change
  const value = setting.schema.parse(change.value)
  const isChanged = await db().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<Stored[]>`
      SELECT * FROM "Setting" WHERE "name" = ${setting.name} FOR UPDATE`
    if ((row?.version ?? 0) !== version) return false
    const count = await tx.$executeRaw`
      INSERT INTO "Setting" ("name", "value", "changedBy")
      VALUES (${setting.name}, ${JSON.stringify(value)}::jsonb, ${by.accountId})
      ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value", "changedBy" = excluded."changedBy",
        "changedAt" = now(), "version" = "Setting"."version" + 1
      WHERE "Setting"."version" = ${version}`
    if (count === 0) return false
    const before = toValue(setting, row)
    await audit(tx, by, { act: 'setting.changed', target: setting.name, before, after: value })
    return true
  })
  await readAll()
  return isChanged
}

async function readAll(): Promise<void> {
  // What is published is made without a database, too: nobody has set anything.
  if (!env().databaseUrl) return
  const at = performance.now()
  const rows = await query<Stored>(
    'settings_read',
    `SELECT "name", "value", "version", "changedAt" FROM "Setting" ORDER BY "name"`,
    [],
  )
  stored = new Map(rows.map((row) => [row.name, row]))
  edition = rows.map(({ name, version }) => `${name} ${version}`).join()
  readAt = at
}

function toValue<Value>(setting: Setting<Value>, row: Stored | undefined): Value {
  const read = row && setting.schema.safeParse(row.value)
  return read?.success ? read.data : setting.fallback()
}
