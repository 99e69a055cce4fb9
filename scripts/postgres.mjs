import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { accessSync, chownSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'

// Becomes the server, and leaves a shell beside it that stops it once the other end of descriptor 3
// is closed: it is when this process ends, even where that was killed.
const UNTIL_PARENT_ENDS = '{ read -r _ <&3; kill -INT $$; } & exec "$0" "$@" 3<&-'

/** Installs a Postgres on a build machine that has none. */
export function ensurePostgres() {
  const isDebianRoot = userInfo().uid === 0 && has('/usr/bin/apt-get')
  if (findBinaries() || !process.env.CI || !isDebianRoot) return
  console.log('\n── Postgres (once)')
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'postgresql']]) {
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] })
  }
}

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
  const command = [join(bin, 'postgres'), ...options, '-c', 'max_connections=200']
  const server = spawn('sh', ['-c', UNTIL_PARENT_ENDS, ...command], {
    ...owner,
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const stop = async () => {
    server.kill('SIGINT')
    await ended
    server.stdio[3].destroy()
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

export async function freePort() {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}
