import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = 'build'

/** Whether `output` exists and was made from what `inputs`, files and folders, hold now. */
export const isFresh = (name: string, inputs: string[], output: string): boolean =>
  existsSync(output) &&
  existsSync(fileOf(name)) &&
  readFileSync(fileOf(name), 'utf8') === hash(inputs)

/** To be called when the output was made. */
export function remember(name: string, inputs: string[]): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(fileOf(name), hash(inputs))
}

const fileOf = (name: string) => join(folder, `${name}.stamp`)

function hash(inputs: string[]): string {
  const sum = createHash('sha256').update(process.version)
  for (const file of inputs.flatMap(filesIn)) sum.update(file).update(readFileSync(file))
  return sum.digest('hex')
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
