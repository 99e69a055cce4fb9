import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { userInfo } from 'node:os'

/** The path of a Chromium on this system; undefined where Playwright's own is used or none is. */
export function findChromium() {
  return process.env.CHROMIUM_PATH ?? (hasPlaywrightsOwn() ? undefined : findOnSystem())
}

/** Installs a Chromium where there is none: Playwright's own, else Debian's. */
export function ensureChromium() {
  if (hasPlaywrightsOwn() || findChromium()) return
  console.log('\n── Chromium (once)')
  const cli = ['node_modules/@playwright/test/cli.js', 'install', 'chromium']
  if (spawnSync(process.execPath, cli, { stdio: 'inherit' }).status === 0) return
  if (userInfo().uid === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
}

function hasPlaywrightsOwn() {
  const { chromium } = createRequire(import.meta.url)('@playwright/test')
  return existsSync(chromium.executablePath())
}

function findOnSystem() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const places = names.flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`])
  places.push('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  return places.find((place) => existsSync(place))
}
