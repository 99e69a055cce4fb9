import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Installation } from '@/lib/host/installation'

/** Other words for some operations, to be held against those that are published. */
const Variant = z.object({
  why: z.string(),
  descriptions: z.record(z.string(), z.string().min(1)),
})

export type Variant = z.infer<typeof Variant> & { name: string }

export async function readVariants(folder: string): Promise<Variant[]> {
  const files = existsSync(folder) ? await readdir(folder) : []
  const names = files.filter((file) => file.endsWith('.json')).sort()
  return Promise.all(
    names.map(async (file) => ({
      name: file.slice(0, -5),
      ...Variant.parse(JSON.parse(await readFile(join(folder, file), 'utf8'))),
    })),
  )
}

export const withVariant = (installation: Installation, variant: Variant | null): Installation => ({
  ...installation,
  operations: installation.operations.map((operation) => ({
    ...operation,
    description: variant?.descriptions[operation.name] ?? operation.description,
  })),
})
