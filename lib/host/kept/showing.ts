import { env } from '@/lib/env'
import { OutboundError } from '@/lib/outbound/errors'
import { readView, type View } from '../mcp/view'
import { getPicture as fetchPicture } from '../previews/picture'
import { type Card, toCards } from '../previews/previews'
import type { ProfileId } from '../profiles'
import { actAs } from './acting'
import { findKept } from './installations'

/** Cards for links in an answer: at most 5, in order. Their pictures go through `getPicture`. */
export const getCards = (links: readonly string[], profile: ProfileId): Promise<Card[]> =>
  toCards(links, actAs(profile))

/** A picture of a card or a logo, as WebP; null where there is none. */
export const getPicture = (url: string): Promise<Buffer | null> => fetchPicture(url, env().local)

/** The view of an operation that has a `viewUri`, for a sandboxed frame; null where there is none. */
export async function getView(
  accountId: string,
  installationId: string,
  operation: string,
): Promise<View | null> {
  const kept = await findKept(accountId, installationId)
  const found = kept?.installation.operations.find(({ name }) => name === operation)
  if (!kept || !found?.viewUri) return null
  const token = kept.tokens?.access ?? null
  return readView(kept.installation, found.viewUri, { token, acting: actAs(kept.profile) }).catch(
    (error) => {
      if (error instanceof OutboundError) return null
      throw error
    },
  )
}
