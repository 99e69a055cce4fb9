/** Where a person who must sign in first goes, and comes back from. */
export function signInPath(interaction: { uid: string; session?: { accountId?: string } }): string {
  const next = new URLSearchParams({ next: `/interaction/${interaction.uid}` })
  if (interaction.session?.accountId) next.set('again', '1')
  return `/sign-in?${next}`
}
