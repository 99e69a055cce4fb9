import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { currentProcess, type Holder, readLock, releaseLock, takeLock } from './lock'
import { nextMessage, type Started, startProcess, temporaryFolder } from './testing/process'

let folder: string
let file: string
let started: Started[] = []

beforeEach(() => {
  folder = temporaryFolder()
  file = join(folder, 'database.lock')
})

afterEach(async () => {
  for (const { child } of started) child.kill('SIGKILL')
  await Promise.all(started.map(({ ended }) => ended))
  started = []
  rmSync(folder, { recursive: true })
})

const me = (extra: Partial<Holder> = {}): Holder => ({
  ...currentProcess(),
  what: 'npm start',
  lasting: true,
  port: 1,
  password: 'x',
  ...extra,
})

async function startTakers(count: number): Promise<Started[]> {
  const takers = Array.from({ length: count }, () => startProcess('take-lock.ts', { args: [file] }))
  started.push(...takers)
  await Promise.all(takers.map(nextMessage))
  return takers
}

function take(taker: Started): Promise<unknown> {
  taker.child.send('take')
  return nextMessage(taker)
}

test('a process that finds the lock taken is told by whom', async () => {
  expect(takeLock(file, me())).toBe('taken')
  const [taker] = await startTakers(1)
  expect(await take(taker as Started)).toBe(process.pid)
  expect(readLock(file)).toMatchObject({ pid: process.pid, what: 'npm start' })
})

test('only its holder releases a lock', () => {
  takeLock(file, me())
  releaseLock(file, me({ port: 2 }))
  expect(existsSync(file)).toBe(true)
  releaseLock(file, me())
  expect(readdirSync(folder)).toEqual([])
})

test('the lock of a process that was killed is taken over', async () => {
  const [taker] = await startTakers(1)
  expect(await take(taker as Started)).toBe('taken')
  taker?.child.kill('SIGKILL')
  await taker?.ended
  expect(readLock(file)).toBeNull()
  expect(takeLock(file, me())).toBe('taken')
})

test('a process id that was given again does not keep the lock', () => {
  writeFileSync(file, JSON.stringify(me({ started: 'another boot 1' })))
  expect(takeLock(file, me())).toBe('taken')
})

test('a lock on another machine is respected', () => {
  writeFileSync(file, JSON.stringify(me({ hostname: 'elsewhere', pid: 4_000_000 })))
  expect(takeLock(file, me())).toMatchObject({ hostname: 'elsewhere' })
})

test('a lock file without sense is taken over', () => {
  writeFileSync(file, '')
  expect(takeLock(file, me())).toBe('taken')
})

test('of many that find a stale lock at once, one takes it over', async () => {
  const takers = await startTakers(6)
  for (let round = 0; round < 5; round += 1) {
    const stale = me({ started: `another boot ${round}` })
    writeFileSync(file, JSON.stringify(stale))
    const answers = await Promise.all(takers.map(take))
    expect(answers.filter((answer) => answer === 'taken')).toHaveLength(1)
    const winner = takers[answers.indexOf('taken')]?.child.pid
    expect(new Set(answers)).toEqual(new Set(['taken', winner]))
    expect(JSON.parse(readFileSync(file, 'utf8')).pid).toBe(winner)
    expect(readdirSync(folder)).toEqual(['database.lock'])
  }
})
