import { z } from 'zod'
import { env } from '@/lib/env'
import { defineSetting, readSetting } from '@/lib/settings/setting'

/** From the strictest on. */
export const stages = ['private', 'testing', 'public'] as const

const Stage = z.enum(stages)

/** `private`: operators are let in; `testing`: testers too; `public`: everybody. */
export type Stage = z.infer<typeof Stage>

export const isStage = (text: string): text is Stage => Stage.safeParse(text).success

export const pluginStage = defineSetting<Stage>({
  name: 'release.stage',
  schema: Stage,
  fallback: () => env().releaseStage,
})

/** By an operation's name; one that is not named is as the plugin. */
export const operationStages = defineSetting<Record<string, Stage>>({
  name: 'release.operations',
  schema: z.record(z.string().max(100), Stage),
  fallback: () => ({}),
})

/** Where an operation stands now: no further than the plugin. */
export async function readStages(): Promise<(operation: string) => Stage> {
  const plugin = await readSetting(pluginStage)
  const own = await readSetting(operationStages)
  return (operation) => stricter(plugin, own[operation] ?? plugin)
}

export const stricter = (one: Stage, other: Stage): Stage =>
  stages.indexOf(one) < stages.indexOf(other) ? one : other
