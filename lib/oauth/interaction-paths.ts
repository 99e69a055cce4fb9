import { env } from '@/lib/env'

/** Binds a request for consent to the browser that made it; `__Host-` keeps sibling sites out. */
export const interactionCookie = (): string =>
  env().local ? 'latchkey.interaction' : '__Host-latchkey.interaction'

/** Where a person who must sign in first goes, and comes back from. */
export function signInPath(interaction: { uid: string; session?: { accountId?: string } }): string {
  const next = new URLSearchParams({ next: `/interaction/${interaction.uid}` })
  if (interaction.session?.accountId) next.set('again', '1')
  return `/sign-in?${next}`
}
