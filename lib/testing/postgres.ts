import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { deployMigrations } from '@/scripts/database/migrations'

/** A database of their own for the tests on the server that TEST_DATABASE_URL names. */
export default async function setup(project: TestProject) {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(`CREATE DATABASE ${name}`)
  const url = new URL(String(process.env.TEST_DATABASE_URL))
  url.pathname = name
  await deployMigrations(url.href)
  project.provide('database', { url: url.href, embedded: false })

  return () => onServer(`DROP DATABASE ${name} WITH (FORCE)`)
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
  await client.connect()
  await client.query(statement)
  await client.end()
}
