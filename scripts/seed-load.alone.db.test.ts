import pg from 'pg'
import { expect, test } from 'vitest'
import { fill } from './seed-load'

const size = { people: 300, grants: 400, calls: 900, attempts: 1200, actions: 200, days: 6 }

const figures = `SELECT
  (SELECT count(*)::int FROM "Account" WHERE "email" LIKE '%@load.example') AS people,
  (SELECT count(*)::int FROM "Grant" g JOIN "OAuthArtifact" t ON t."grantId" = g."id"
    JOIN "Account" a ON a."id" = g."accountId" WHERE a."email" LIKE '%@load.example') AS grants,
  (SELECT count(*)::int FROM "Activity" c JOIN "Grant" g ON g."id" = c."grantId" AND g."accountId" = c."accountId"
    JOIN "Account" a ON a."id" = g."accountId" WHERE a."email" LIKE '%@load.example') AS calls,
  (SELECT count(*)::int FROM "Action" c JOIN "Grant" g ON g."id" = c."grantId" AND g."accountId" = c."accountId"
    JOIN "Account" a ON a."id" = g."accountId" WHERE a."email" LIKE '%@load.example') AS actions`

test('the load has as many rows as it says, and each finds those it belongs to', async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query('BEGIN; DELETE FROM "CallCount"; DELETE FROM "RefreshCount"')
  const told: string[] = []
  await fill(client, size, (line) => told.push(line))
  const { attempts, days: _, ...others } = size
  expect((await client.query(figures)).rows).toEqual([others])
  const { rows: ends } = await client.query(
    `SELECT "end", count(*)::int AS count FROM "Attempt" WHERE "address" LIKE '203.0.113.%'
     AND "id" IN (SELECT pg_temp.id_of('attempt', n) FROM generate_series(1, $1) AS n)
     AND jsonb_array_length("steps") > 0 GROUP BY 1`,
    [attempts],
  )
  const byEnd = Object.fromEntries(ends.map(({ end, count }) => [end, count]))
  expect(byEnd.completed / attempts).toBeGreaterThan(0.5)
  expect(byEnd.failed / attempts).toBeGreaterThan(0.05)
  expect(Object.values(byEnd).reduce((sum: number, n) => sum + Number(n), 0)).toBe(attempts)
  expect(told).toHaveLength(10)
  await client.query('ROLLBACK')
  await client.end()
})
