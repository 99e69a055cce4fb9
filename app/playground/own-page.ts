import { isDecided } from '@/app/confirm/[id]/decided'
import { env } from '@/lib/env'

/** The id of an action of this site that is decided at this address; null where that is elsewhere. */
export function ownActionAt(url: string): string | null {
  const { origin, pathname } = new URL(url)
  return origin === env().origin ? (/^\/confirm\/([\w-]{1,64})$/.exec(pathname)?.[1] ?? null) : null
}

/** What the person did on another site only they know. */
export const isDecidedBy =
  (personId: string) =>
  async (url: string): Promise<boolean> => {
    const id = ownActionAt(url)
    return id !== null && isDecided(personId, id)
  }
