import type { Catalog } from '../catalog'
import type { Caller } from '../operation'
import type { Plugin } from '../plugin'
import { catalogFor, catalogOn, connectFirst } from '../release'
import { createMethods } from './methods'
import { type About, createServer, type Server } from './server'

/** Who answers, for one part of the catalog. */
export type Edition = { server: Server; run: ReturnType<typeof createMethods> }

/** `isShared`: everybody is shown the same, whoever they are. */
export type Shown = Edition & { isShared: boolean }

export type Editions = ReturnType<typeof createEditions>

/** Each part of the catalog that is shown to somebody is made once. */
export function createEditions(plugin: Plugin, about: About) {
  const made = new WeakMap<Catalog, Edition>()

  function editionOf(catalog: Catalog): Edition {
    const known = made.get(catalog)
    if (known) return known
    const { profile, ...rest } = plugin
    // Where there is nothing to do, there is nothing to tell accounts apart for.
    const own = profile && catalog.operations.length > 0 ? { ...rest, profile } : rest
    const server = createServer({ ...own, catalog }, about)
    const edition = { server, run: createMethods(server) }
    made.set(catalog, edition)
    return edition
  }

  return {
    /** All that is there, which can be called though it may be refused. */
    whole: async (): Promise<Edition> => editionOf(await catalogOn(plugin, 'mcp')),

    /** What this caller is told of. Throws `invalid_token` where that is nothing to somebody unknown. */
    async shownTo(caller: Caller | null): Promise<Shown> {
      const catalog = await catalogOn(plugin, 'mcp')
      const open = await catalogFor(catalog, plugin.release, null)
      const shown = caller ? await catalogFor(catalog, plugin.release, caller) : open
      const isEmpty = catalog.operations.length > 0 && shown.operations.length === 0
      if (!caller && isEmpty) throw connectFirst()
      return { ...editionOf(shown), isShared: shown === open }
    },
  }
}
