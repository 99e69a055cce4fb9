import { serveDocument } from '@/lib/document'
import { PublicError } from '@/lib/errors'
import type { Plugin } from '../plugin'
import { toProblem } from '../problem'
import { type CopilotAbout, copilotRuntimes, copilotVersions, toCopilotManifest } from './manifest'

type Answer = (request: Request) => Promise<Response>

type Source = {
  about: () => CopilotAbout | Promise<CopilotAbout>
  referenceId: () => string | null
  edition?: () => Promise<string>
}

/**
 * The manifest for Microsoft 365 Copilot, the newest version unless the query asks:
 * `?version=v2.1`, `?runtime=mcp`. What does not exist is a problem that lists what does.
 */
export function serveCopilotManifest(
  plugin: Plugin,
  { about, referenceId, edition }: Source,
): Answer {
  const made = new Map<string, Answer>()
  return async (request) => {
    try {
      const wish = readWish(new URL(request.url).searchParams)
      const key = Object.values(wish).join()
      const text = async () =>
        JSON.stringify(
          toCopilotManifest(plugin, await about(), { ...wish, referenceId: referenceId() }),
        )
      const answer =
        made.get(key) ??
        serveDocument({ type: 'application/json', text, ...(edition && { edition }) })
      made.set(key, answer)
      return await answer(request)
    } catch (error) {
      const seen = {
        operation: null,
        caller: null,
        tokenSent: false,
        scopes: plugin.catalog.scopes,
      }
      const problem = toProblem(error, seen, plugin.origin())
      problem.headers.set('access-control-allow-origin', '*')
      return problem
    }
  }
}

function readWish(query: URLSearchParams) {
  const version = oneOf(copilotVersions, query, 'version')
  const runtime = oneOf(copilotRuntimes, query, 'runtime')
  if (runtime === 'mcp' && version !== 'v2.4') throw wrong('runtime', 'mcp exists in v2.4 only.')
  return { version, runtime }
}

function oneOf<Known extends string>(
  known: readonly [Known, ...Known[]],
  query: URLSearchParams,
  field: string,
): Known {
  const asked = query.get(field) ?? known[0]
  const found = known.find((value) => value === asked)
  if (found === undefined) throw wrong(field, `Use one of ${known.join(', ')}.`)
  return found
}

const wrong = (field: string, message: string) =>
  new PublicError('invalid_request', `${field}: ${message}`, { fields: [{ field, message }] })
