export type Done = 'saved' | 'withdrawn' | 'offered' | 'closed' | 'opened'

/** A house's page, and what it says was done. */
export const pageOf = (slug: string, done?: Done): string =>
  `/admin/stays/${encodeURIComponent(slug)}${done ? `?done=${done}` : ''}`
