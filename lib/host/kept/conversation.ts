import { sealJson, unsealJson } from '@/lib/secrets'
import type { Outcome } from '../call/outcome'
import type { Traits } from '../call/traits'
import type { JsonObject } from '../json'
import type { LinkFailure } from '../link/failure'
import type { ProfileId } from '../profiles'
import type { Step } from '../wire'

/** What the tester chose that the host tells of the person. */
export type Chosen = Pick<Traits, 'subdivision' | 'locale' | 'location'>

export type Conversation = {
  id: string
  createdAt: Date
  profile: ProfileId
  /** The plugins that are on; one that was removed since is not among the installations any more. */
  installationIds: string[]
  chosen: Chosen
}

/** One thing that happened; `at` is ISO 8601. */
export type Entry = { at: string } & (
  | { kind: 'message'; by: 'person' | 'model'; text: string }
  | {
      kind: 'call'
      installationId: string
      plugin: string
      operation: string
      input: JsonObject
      /** How the person said yes; null where the host did not ask. */
      confirmed: 'once' | 'always' | null
      outcome: Outcome
      steps: Step[]
      /** It was held, and made again when the person had decided. */
      followed?: true
    }
  | {
      kind: 'declined'
      installationId: string
      plugin: string
      operation: string
      input: JsonObject
    }
  | {
      kind: 'link'
      installationId: string
      plugin: string
      failure: LinkFailure | null
      steps: Step[]
    }
)

// Each member by itself: Omit on the union would leave what they have in common.
type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> : never
export type NewEntry = WithoutTime<Entry>

export type Transcript = { conversation: Conversation; entries: Entry[] }

const purpose = 'playground conversation'

export const sealContent = (content: unknown): string => sealJson(purpose, content)

/** Null where APP_SECRET was another one. */
export const unsealContent = <T>(content: string): T | null => unsealJson(purpose, content)
