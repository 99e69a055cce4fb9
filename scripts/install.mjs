import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Ends with one line where Node is too old for what is installed next. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isNewEnough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24
  if (isNewEnough) return
  console.error(
    `Node ${process.versions.node} is too old. Install Node 22 or 24 (20.19 is the oldest that works).`,
  )
  process.exit(1)
}

const stamp = 'node_modules/.installed'

/** Installs exactly what package-lock.json says, unless that is what is there. */
export function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const start = Date.now()
  console.log('Installing packages (a minute or two the first time) …')
  // npm names itself to the scripts it runs; on Windows its command is not an executable.
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--loglevel=error', '--progress=true']
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) {
    console.error('The packages could not be installed. Look above for the reason.')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
  console.log(`Installed in ${Math.round((Date.now() - start) / 1000)} s.`)
}
