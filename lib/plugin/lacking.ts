import { PublicError } from '@/lib/errors'
import { log } from '@/lib/log'
import type { Seen } from './challenge'
import type { Plugin } from './plugin'

/** The client may come back for the scope at once, so this is known before it is answered. */
export async function tellLacking(plugin: Plugin, error: unknown, seen: Seen): Promise<void> {
  if (!(error instanceof PublicError) || error.code !== 'insufficient_scope') return
  const scope = seen.operation?.scope
  if (!scope || !seen.caller) return
  await plugin.onLacking?.(seen.caller, scope).catch((cause) => log.error('not noted', cause))
}
