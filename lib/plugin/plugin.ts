import type { Actions } from '@/lib/confirmations/actions'
import type { Scope } from '@/lib/scopes'
import type { Limiter } from './allowance'
import type { Catalog } from './catalog'
import type { Counter } from './count'
import type { Caller } from './operation'
import type { Recorder } from './record'
import type { Release } from './release'

/** What the carriers and projections are handed: no module here imports an operation. */
export type Plugin = {
  catalog: Catalog
  origin: () => string
  /**
   * Throws PublicError `invalid_token` unless the token is alive and meant for `resource`, and
   * `too_many_requests` where the place that `request` comes from guesses.
   */
  authenticate: (token: string, resource: string, request: Request) => Promise<Caller>
  /** What is published where, and to whom; without it everything is, to everybody. */
  release?: Release
  /** Told when a connected caller is refused for want of a scope, before it is told itself. */
  onLacking?: (caller: Caller, scope: Scope) => Promise<void>
  /** Whose account it is; where it is left out, no host is offered to tell accounts apart. */
  profile?: (caller: Caller) => Promise<Profile>
  /** How often it may be called; without it, there are no limits. */
  limiter?: Limiter
  /** Where it is told what was called in whose name. */
  recorder?: Recorder
  /** Where it is told how each call ended. */
  counter?: Counter
  /** Where it is kept what was asked for: without it nothing is told apart, and nothing can be held. */
  actions?: Actions
  /** How long a host that asked its person by itself waits here; seconds and minutes if left out. */
  patience?: Patience
}

/** For one call, and for all calls about one question together; in milliseconds. */
export type Patience = { once: number; inAll: number }

/** `id` is opaque and for ever the same person's; what was not allowed is left out on the way. */
export type Profile = { id: string; name?: string; email?: string }
