import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What a start says that goes no further than its checks, and how it ends. */
async function start(program: string[], env: Record<string, string>) {
  const blank = { DATABASE_URL: '', APP_ORIGIN: '', APP_SECRET: '', VERCEL: '' }
  const settings = Object.assign({}, process.env, blank, env)
  const child = spawn(process.execPath, program, { env: settings })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const code = await new Promise((resolve) => child.once('close', resolve))
  return { code, said: said.trim() }
}

const script = ['scripts/start.mjs']
const up = ['--import', 'tsx', 'scripts/up.ts']
const DATA_DIR = join(tmpdir(), 'never-written')

test('a port that is taken ends the start before anything else', async () => {
  for (const host of ['127.0.0.1', '0.0.0.0']) {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, host, resolve))
    const { port } = other.address() as AddressInfo
    expect(await start(script, { PORT: String(port), DATA_DIR })).toEqual({
      code: 1,
      said: `Port ${port} is taken. Stop what uses it, or set PORT to another number.`,
    })
    other.close()
  }
})

test('what is missing on a deployed site is one line, before anything is built', async () => {
  expect(await start(up, { APP_ORIGIN: 'https://stays.example.com', DATA_DIR })).toEqual({
    code: 1,
    said: 'Set APP_SECRET, DATABASE_URL and start again.',
  })
})

test('a database that cannot be reached is one line without its password', async () => {
  const DATABASE_URL = 'postgresql://me:secret@127.0.0.1:1/app'
  const APP_SECRET = 'at least thirty-two characters long'
  const { code, said } = await start(up, { DATABASE_URL, APP_SECRET, DATA_DIR, PORT: '34099' })
  expect({ code, last: said.split('\n').at(-1) }).toEqual({
    code: 1,
    last: 'Cannot connect to the database at 127.0.0.1:1 (DATABASE_URL): ECONNREFUSED.',
  })
})
