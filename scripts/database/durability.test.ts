import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasEnded, holderOf, nextMessage, startProcess, temporaryFolder } from './testing/process'

const rounds = process.env.LONG ? 20 : 4

let dataDir: string
beforeAll(() => {
  dataDir = temporaryFolder()
})
afterAll(() => rmSync(dataDir, { recursive: true }))

const hold = () => startProcess('hold.ts', { args: ['lasting'], env: { DATA_DIR: dataDir } })

async function readAll(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ n: number }>('SELECT n FROM written ORDER BY n')
  await client.end()
  return rows.map(({ n }) => n)
}

test('a first start that is killed midway does not spoil the next', async () => {
  const app = hold()
  await wait(1500)
  app.child.kill('SIGKILL')
  await app.ended
  const next = hold()
  await nextMessage(next)
  next.child.send('close')
  expect(await next.ended).toBe(0)
})

test(`kill -9 while writing loses nothing that was confirmed, ${rounds} times`, async () => {
  const confirmed: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const app = hold()
    const url = String(await nextMessage(app))
    if (round > 0) {
      const kept = new Set(await readAll(url))
      expect(confirmed.filter((n) => !kept.has(n))).toEqual([])
    }
    const holder = holderOf(dataDir)
    const first = (confirmed.at(-1) ?? 0) + 1000
    const writer = startProcess('write.ts', { args: [url, String(first)] })
    writer.child.on('message', (n) => confirmed.push(Number(n)))
    await nextMessage(writer)
    await wait(200 + Math.random() * 800)
    for (const pid of [holder, app.child.pid, writer.child.pid])
      process.kill(Number(pid), 'SIGKILL')
    await Promise.all([app.ended, writer.ended])
    expect(await hasEnded(holder)).toBe(true)
  }
  expect(confirmed.length).toBeGreaterThan(rounds * 10)

  const app = hold()
  const kept = new Set(await readAll(String(await nextMessage(app))))
  expect(confirmed.filter((n) => !kept.has(n))).toEqual([])
  app.child.send('close')
  expect(await app.ended).toBe(0)
}, 300_000)
