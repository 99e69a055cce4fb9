import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres } from '@/scripts/postgres.mjs'
import { deployMigrations } from '../database/migrations'
import { type Database, openDatabase } from '../database/open'
import { connect } from './connect'
import { check, restoreBackup } from './restore'
import { listMigrations, listTables } from './tables'
import { writeBackup } from './write'

process.env.APP_SECRET = 'the secret of this test, which protects nothing'

const plain = { replace: false, otherSecret: false }
let folder: string
let target: Database
let file: string

async function openEmbedded(name: string): Promise<Database> {
  const before = { ...process.env }
  Object.assign(process.env, { DATA_DIR: join(folder, name), DATABASE_URL: '' })
  const database = await openDatabase({ what: 'the test', lasting: true })
  process.env = before
  await deployMigrations(database.url)
  return database
}

async function using<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(url)
  return work(client).finally(() => client.end())
}

const hard = 'Zoë \\N "q" \t\n {a,b} 正しい 🏨'

/** Every kind of value that a table of ours has. */
const fill = (url: string) =>
  using(url, async (client) => {
    const id = randomUUID()
    await client.query(
      `INSERT INTO "Account" ("id", "email", "name", "createdAt")
       VALUES ($1, $1, $2, '2026-11-30T10:00:00.123456+02')`,
      [id, hard],
    )
    await client.query(
      `INSERT INTO "Notice" ("id", "accountId", "kind", "about")
       SELECT 'n' || n, $1, 'signed_in', $2 FROM generate_series(1, 1234) AS n`,
      [id, hard],
    )
    await client.query(
      `INSERT INTO "Client" ("id", "name", "redirectUris", "metadata")
       VALUES ('c1', $1, ARRAY[$1, '', 'NULL'], '{"a": [1.5, null, "x"]}')`,
      [hard],
    )
    // What nobody can change or remove comes back, too, over what is there.
    await client.query(
      `INSERT INTO "AuditEntry" ("actorId", "act", "target", "before", "network", "browser")
       SELECT $1, 'client.added', $2, to_jsonb($2::text), '192.0.2.0', 'Firefox' FROM generate_series(1, 3)`,
      [id, hard],
    )
  })

/** All rows of all tables, as Postgres shows them. */
const contentOf = (url: string) =>
  using(url, async (client) => {
    const content: Record<string, unknown[]> = {}
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`)
      content[name] = rows.map(({ row }) => row)
    }
    return content
  })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'))
  file = join(folder, 'one.backup.gz')
  target = await openEmbedded('target')
}, 120_000)

afterAll(async () => {
  await target.close()
  await rm(folder, { recursive: true, force: true })
})

async function roundTrip(source: string): Promise<void> {
  await fill(source)
  const rows = await writeBackup(source, file)
  expect(rows).toBeGreaterThan(1234)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await restoreBackup(target.url, file, { ...plain, replace: true })).toBe(rows)
  expect(await contentOf(target.url)).toEqual(await contentOf(source))
}

describe('a backup', () => {
  it('comes back as it was, from one embedded database into another', async () => {
    const source = await openEmbedded('source')
    await roundTrip(source.url).finally(source.close)
  }, 120_000)

  it('is written and restored by the command, over whatever was done since', async () => {
    const before = await contentOf(target.url)
    const kept = join(folder, 'kept.backup.gz')
    const env = { ...process.env, DATABASE_URL: target.url, DATABASE_EMBEDDED: '1' }
    const backup = (...args: string[]) =>
      promisify(execFile)('npm', ['run', '-s', 'backup', '--', ...args], { env })
    expect((await backup(kept)).stdout).toMatch(/^\d+ rows written to /)
    await using(target.url, async (client) => {
      await client.query(`DELETE FROM "Notice" WHERE "id" > 'n5'`)
      await client.query(
        `INSERT INTO "AuditEntry" ("act", "network", "browser") VALUES ('a', 'b', 'c')`,
      )
    })
    const refused = await backup('restore', kept).catch((error) => error)
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('--replace')])
    const { stdout } = await backup('restore', kept, '--replace')
    expect(stdout).toContain('restored and verified')
    expect(await contentOf(target.url)).toEqual(before)
    expect(before.AuditEntry).toHaveLength(3)
  }, 120_000)

  it('is refused where there is data, and leaves that alone', async () => {
    const before = await contentOf(target.url)
    await expect(restoreBackup(target.url, file, plain)).rejects.toThrow('--replace')
    expect(await contentOf(target.url)).toEqual(before)
  })

  it.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['without its end', (text: string) => text.split('\n').slice(0, -2).join('\n')],
    ['with a row changed', (text: string) => text.replace('"n17"', '"n1717"')],
    ['with a row less', (text: string) => text.replace(/\["n17".*\n/, '')],
    ['that is something else', () => '{"hello":1}\n'],
    ['with a line of nothing', (text: string) => text.replace('\n', '\nnull\n')],
  ])('%s is refused, and changes nothing', async (_how, damage) => {
    const broken = join(folder, 'broken.gz')
    await writeFile(broken, gzipSync(damage(gunzipSync(await readFile(file)).toString('utf8'))))
    const before = await contentOf(target.url)
    await expect(restoreBackup(target.url, broken, { ...plain, replace: true })).rejects.toThrow(
      'no whole backup',
    )
    expect(await contentOf(target.url)).toEqual(before)
  })

  it('that is refused leaves the numbers that are drawn next as they were', async () => {
    const broken = join(folder, 'high.gz')
    const text = gunzipSync(await readFile(file)).toString('utf8')
    const row = ({ columns }: { columns: string[] }) =>
      JSON.stringify(columns.map((name) => (name === 'id' ? '9223372036854775807' : given[name])))
    const given: Record<string, string> = { at: '2026-01-01', act: 'x', network: 'x', browser: 'x' }
    const high = text.replace(
      /\{"table":"AuditEntry".*\n/,
      (head) => `${head}${row(JSON.parse(head))}\n`,
    )
    await writeFile(broken, gzipSync(high))
    await expect(restoreBackup(target.url, broken, { ...plain, replace: true })).rejects.toThrow(
      'no whole backup',
    )
    await using(target.url, async (client) => {
      const { rows } = await client.query(`SELECT nextval('"AuditEntry_id_seq"')::int AS next`)
      expect(rows[0]?.next).toBeLessThan(1000)
    })
  })

  it('names a file that is not there, or is no gzip', async () => {
    await expect(restoreBackup(target.url, join(folder, 'no'), plain)).rejects.toThrow('no file')
    await writeFile(join(folder, 'text'), 'hello')
    await expect(restoreBackup(target.url, join(folder, 'text'), plain)).rejects.toThrow('no whole')
  })

  it('of another release, or under another secret, is refused in one sentence', async () => {
    const head = JSON.parse(
      gunzipSync(await readFile(file))
        .toString('utf8')
        .split('\n')[0] ?? '',
    )
    const applied = await using(target.url, listMigrations)
    expect(() => check(head, applied, plain)).not.toThrow()
    expect(() => check(head, applied.slice(1), plain)).toThrow(`with the migration ${applied[0]}`)
    expect(() => check(head, [...applied, '2099_later'], plain)).toThrow(
      'before the migration 2099_later',
    )
    expect(() => check({ ...head, version: 2 }, applied, plain)).toThrow('in a format')
    const other = { ...head, secret: 'another' }
    expect(() => check(other, applied, plain)).toThrow('another APP_SECRET')
    expect(() => check(other, applied, { ...plain, otherSecret: true })).not.toThrow()
    expect(JSON.stringify(head)).not.toContain(process.env.APP_SECRET)
  })

  it('lets numbers go on after the last one', async () => {
    await using(target.url, async (client) => {
      const { rows } = await client.query(
        `SELECT s.last_value >= coalesce((SELECT max("id") FROM "AuditEntry"), 1) AS goes_on
         FROM "AuditEntry_id_seq" s`,
      )
      expect(rows[0]?.goes_on).toBe(true)
    })
  })

  it('moves a site from a Postgres server into an embedded database', async ({ skip }) => {
    const postgres = await startPostgres()
    if (!postgres) return skip()
    await deployMigrations(postgres.url)
    await roundTrip(postgres.url).finally(postgres.stop)
  }, 120_000)
})
