import { sealJson, unsealJson } from '@/lib/secrets'

/** Where a person goes who was sent here to sign out; null where nobody said. */
export type LogoutRequest = { clientName: string | null; next: string | null }

const purpose = 'logout request'
const lifetime = 3600_000

export const sealLogoutRequest = (request: LogoutRequest): string =>
  sealJson(purpose, { ...request, until: Date.now() + lifetime })

/** Null unless this server made it within the last hour: nobody else can name where to go on to. */
export function readLogoutRequest(sealed: unknown): LogoutRequest | null {
  if (typeof sealed !== 'string') return null
  const made = unsealJson<LogoutRequest & { until: number }>(purpose, sealed)
  if (!made) return null
  const { until, ...request } = made
  return until > Date.now() ? request : null
}
