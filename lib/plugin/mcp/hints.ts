import { regionOf } from '../region'
import { isRecord } from './message'
import { subdivisionOf } from './subdivisions'

/**
 * Where the host says the person is, as ISO 3166-2, or null. A hint: it may be wrong or made up, and
 * `call` lets it through only to a caller whose person allowed it.
 */
export function hintedRegion(meta: unknown, headers: Headers): string | null {
  const hint = isRecord(meta) ? meta['openai/userLocation'] : undefined
  return fromLocation(hint) ?? regionOf(headers.get('openai-subdivision-1-iso-code'))
}

function fromLocation(hint: unknown): string | null {
  if (!isRecord(hint)) return null
  const { country, region } = hint
  if (typeof country !== 'string' || typeof region !== 'string') return null
  return subdivisionOf(country, region) ?? regionOf(`${country}-${region}`) ?? regionOf(region)
}
