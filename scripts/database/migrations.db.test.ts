import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { disconnect, pool } from '@/lib/data/db'
import { deployMigrations } from './migrations'
import { temporaryFolder } from './testing/process'

const url = String(process.env.DATABASE_URL)
const name = '29990101000000_test'
let folder: string

beforeAll(() => {
  folder = temporaryFolder()
})

afterAll(async () => {
  await pool().query('DROP TABLE IF EXISTS made_by_test')
  await pool().query('DELETE FROM _prisma_migrations WHERE migration_name = $1', [name])
  await disconnect()
  rmSync(folder, { recursive: true })
})

function write(script: string) {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), script)
}

async function isThere(): Promise<boolean> {
  const { rows } = await pool().query(`SELECT to_regclass('made_by_test') AS name`)
  return rows[0].name !== null
}

test('a migration that fails is named and leaves nothing behind', async () => {
  write(`CREATE TABLE made_by_test (text text DEFAULT 'a;b'); SELECT nope;`)
  await expect(deployMigrations(url, folder)).rejects.toThrow(
    `Migration ${name} failed and was undone: column "nope" does not exist.`,
  )
  expect(await isThere()).toBe(false)
})

test('once mended it is applied, and only once, however many processes try', async () => {
  write(`CREATE TABLE made_by_test (text text DEFAULT 'a;b');`)
  const done = await Promise.all([1, 2, 3].map(() => deployMigrations(url, folder)))
  expect(done.flat()).toEqual([name])
  expect(await isThere()).toBe(true)
  expect(await deployMigrations(url, folder)).toEqual([])
})

test('a migration that Prisma left unfinished stops the start and says how to go on', async () => {
  await pool().query('UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1', [
    name,
  ])
  await expect(deployMigrations(url, folder)).rejects.toThrow(`Migration ${name} stopped midway.`)
  await pool().query(
    'UPDATE _prisma_migrations SET finished_at = now() WHERE migration_name = $1',
    [name],
  )
})
