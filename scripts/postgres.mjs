import { execFileSync, spawn } from 'node:child_process'
import { accessSync, chownSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'

/**
 * A real Postgres of its own in a fresh folder on a free loopback port, for tests and benchmarks.
 * Null where no server binaries are installed.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> } | null>}
 */
export async function startPostgres() {
  const bin = findBinaries()
  if (!bin) return null
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  const owner = ownerOf(folder)
  const data = join(folder, 'data')
  const port = await freePort()
  execFileSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8'], {
    ...owner,
    stdio: 'ignore',
  })
  const options = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1']
  const server = spawn(join(bin, 'postgres'), [...options, '-c', 'max_connections=200'], {
    ...owner,
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const stop = async () => {
    server.kill('SIGINT')
    await ended
    process.off('exit', abandon)
    rmSync(folder, { recursive: true, force: true })
  }
  const abandon = () => server.kill('SIGKILL')
  process.on('exit', abandon)
  await isReady(server)
  return { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, stop }
}

function findBinaries() {
  const debian = '/usr/lib/postgresql'
  const versions = has(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const places = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ]
  return places.find((place) => place && has(join(place, 'initdb')) && has(join(place, 'postgres')))
}

function has(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Postgres does not start as root: then the folder and the server are another user's. */
function ownerOf(folder) {
  if (userInfo().uid !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    try {
      const uid = Number(execFileSync('id', ['-u', name], { encoding: 'utf8' }))
      const gid = Number(execFileSync('id', ['-g', name], { encoding: 'utf8' }))
      chownSync(folder, uid, gid)
      return { uid, gid, cwd: folder }
    } catch {}
  }
  throw new Error('Postgres does not run as root, and there is no other user to run it as.')
}

/** Its own word is the only sign that comes neither too early nor needs another program. */
function isReady(server) {
  return new Promise((resolve, reject) => {
    let said = ''
    server.once('exit', () => reject(new Error(`Postgres did not start. ${said}`)))
    server.stderr.setEncoding('utf8')
    server.stderr.on('data', (text) => {
      said = (said + text).slice(-2000)
      if (text.includes('ready to accept connections')) resolve()
    })
  })
}

async function freePort() {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}
