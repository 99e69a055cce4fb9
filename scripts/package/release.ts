import { readFile } from 'node:fs/promises'

/** The version of package.json, which every package carries. */
export async function releaseVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
  return version
}
