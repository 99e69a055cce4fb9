import { catalog } from '@/lib/operations'
import { type Catalog, only } from '@/lib/plugin/catalog'
import type { Release } from '@/lib/plugin/release'
import { readExposure, type Surface, surfaces } from '@/lib/release/exposure'
import { readStages } from '@/lib/release/stage'
import { isLetIn, standingOf } from '@/lib/release/standing'

/** Three of the surfaces are called at one address. */
const calledOn = { api: ['plugin', 'action', 'copilot'], mcp: ['mcp'] } as const

/** What operators decided of the catalog: it is handed to the plugin, which asks nobody else. */
export const release: Release = {
  exposed: (on) => readExposure(calledOn[on]),
  async lets(accountId) {
    const stageOf = await readStages()
    const isOpen = catalog.operations.every(({ name }) => stageOf(name) === 'public')
    const standing = isOpen ? 'stranger' : await standingOf(accountId)
    return (operation) => isLetIn(stageOf(operation), standing)
  },
}

/** What somebody finds published there; null is somebody unknown. */
export async function publishedTo(
  accountId: string | null,
  on: readonly Surface[] = surfaces,
): Promise<Catalog> {
  return only(only(catalog, await readExposure(on)), await release.lets(accountId))
}

/** Whether there is anything for this person to connect an app to. */
export const mayConnect = async (accountId: string): Promise<boolean> =>
  only(catalog, await release.lets(accountId)).operations.length > 0
