import type { ClientRow } from '@/lib/oauth/clients/list'

export type AboutClient = { client: ClientRow; mayChange: boolean }

/** What every form about a client carries: which, and how it was when the operator saw it. */
export const fieldsOf = ({ id, version }: ClientRow) => ({ id, version: version ?? 0 })
