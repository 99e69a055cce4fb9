import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { Completion } from './completion'
import type { Model } from './models'

/** A line of `evals/recorded/*.jsonl`. */
const Line = z.object({
  key: z.string(),
  surface: z.string(),
  variant: z.string().nullable(),
  prompt: z.string(),
  answer: Completion,
})

export type Line = z.infer<typeof Line>

/** A model that says again what another one said; each file is one. */
export async function readRecordings(folder: string): Promise<Model[]> {
  const files = existsSync(folder) ? await readdir(folder) : []
  const names = files.filter((file) => file.endsWith('.jsonl')).sort()
  return Promise.all(names.map((file) => readRecording(join(folder, file), file.slice(0, -6))))
}

export const notRecorded = 'not recorded for this prompt and these descriptions'

async function readRecording(file: string, name: string): Promise<Model> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean)
  const answers = new Map(
    lines.map((text) => {
      const { key, answer } = Line.parse(JSON.parse(text))
      return [key, answer]
    }),
  )
  return {
    name: `${name} (recorded)`,
    async ask({ key }) {
      const answer = answers.get(key)
      if (!answer) throw new Error(notRecorded)
      return answer
    },
  }
}

export async function writeRecording(file: string, lines: Line[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, lines.map((line) => `${JSON.stringify(Line.parse(line))}\n`).join(''))
}
