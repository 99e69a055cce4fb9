import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
export async function prepareDatabase() {
  const sql = execFileSync('node', ['/tmp/diff.mjs'], { encoding: 'utf8' })
  writeFileSync('/tmp/bench.sql', sql)
  execFileSync('psql', ['-q', process.env.DATABASE_URL!, '-f', '/tmp/bench.sql'], { stdio: 'ignore' })
  const { seedStays } = await import('@/lib/stays/seed')
  await seedStays()
}
