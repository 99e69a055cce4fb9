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
    stdio: 'ignore',
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
  await isReady(bin, port, ended)
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

async function isReady(bin, port, ended) {
  let gone = false
  ended.then(() => {
    gone = true
  })
  for (let tries = 0; tries < 200 && !gone; tries += 1) {
    try {
      execFileSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)], {
        stdio: 'ignore',
      })
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  throw new Error('Postgres did not start.')
}

async function freePort() {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}
