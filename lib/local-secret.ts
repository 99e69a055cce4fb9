import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EnvError } from './errors'

/** Made at the first start on this machine, and kept in the data folder. */
export function localSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) {
    try {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 })
      // Linked when it is complete: two first starts at once, or one that is killed, leave one secret.
      const draft = `${file}.${process.pid}`
      writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 })
      linkSync(draft, file)
      rmSync(draft)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw notWritable(dataDir)
    }
  }
  return readFileSync(file, 'utf8').trim()
}

const notWritable = (dataDir: string) =>
  new EnvError(`Cannot write to the data folder ${dataDir}. Set DATA_DIR to a folder of yours.`)
