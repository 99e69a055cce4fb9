import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))
const stamp = `${folder}node_modules/.installed`

// Inspector's "engines" is the highest of all the tools'.
const NEEDED = [22, 19]

/** The clients and the suite are a package of their own, so that `npm start` need not bring them. */
export function ensureTools() {
  const lock = readFileSync(`${folder}package-lock.json`)
  const wanted = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('\n── Conformance tools (once)')
  const npm = process.env.npm_execpath
  const args = ['ci', '--loglevel=error']
  const options = { cwd: folder, stdio: 'inherit' }
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (status !== 0) {
    console.error('The conformance tools could not be installed: the package registry is needed.')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

/** A Node that the tools run on: this one where it is new enough, else one from a package. */
export function findNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return process.execPath
  const { platform, arch } = process
  const system = platform === 'win32' ? 'win' : platform
  const names = [`node-${system}-${arch}`, `node-bin-${system}-${arch}`]
  const program = platform === 'win32' ? 'node.exe' : 'node'
  const places = names.map((name) => `${folder}node_modules/${name}/bin/${program}`)
  const found = places.find((place) => existsSync(place))
  if (found) return found
  console.error(`The conformance tools need Node ${NEEDED.join('.')}, and there is none for here.`)
  process.exit(1)
}

/** The file of a tool, for example `@modelcontextprotocol/conformance/dist/index.js`. */
export const toolFile = (path) => `${folder}node_modules/${path}`

/**
 * Of a package of the tools, else of the app.
 *
 * @returns {string}
 */
export function versionOf(name) {
  const path = `node_modules/${name}/package.json`
  const file = existsSync(`${folder}${path}`) ? `${folder}${path}` : path
  return JSON.parse(readFileSync(file, 'utf8')).version
}
