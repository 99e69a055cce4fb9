import type { Seen } from '../challenge'
import type { Params } from './message'
import type { Result } from './result'

/** One request on its way to its method. */
export type Exchange = {
  method: string
  params: Params
  version: string
  /** Filled as the request proceeds: what a refusal will name. */
  seen: Seen
  request: Request
}

export type Method = (exchange: Exchange) => Result | Promise<Result>
