import { z } from 'zod'
import { defineSetting, readSetting } from '@/lib/settings/setting'

/** Where an operation can be published: each host reads one of these. */
export const surfaces = ['plugin', 'action', 'mcp', 'copilot'] as const

export type Surface = (typeof surfaces)[number]

const names = z.array(z.string().max(100)).max(1000)

/** By surface, what is not there; so an operation that a release adds is everywhere. */
export type Withheld = Record<Surface, string[]>

export const withheld = defineSetting<Withheld>({
  name: 'release.withheld',
  schema: z.object({ plugin: names, action: names, mcp: names, copilot: names }),
  fallback: () => ({ plugin: [], action: [], mcp: [], copilot: [] }),
})

/** Whether an operation is there on at least one of these surfaces. */
export async function readExposure(
  on: readonly Surface[],
): Promise<(operation: string) => boolean> {
  const hidden = await readSetting(withheld)
  return (operation) => on.some((surface) => !hidden[surface].includes(operation))
}
