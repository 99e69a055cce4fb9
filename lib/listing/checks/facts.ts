import type { Listing } from '@/lib/listing/listing'
import type { Operation } from '@/lib/plugin/catalog'
import type { ToolDefinition } from '@/lib/plugin/mcp/tools'
import type { ProbeRun } from '@/lib/probe/runs'
import type { ReviewHost } from '../hosts'

/** What came back from an address as a stranger asks for it; `status` 0: nothing came. */
export type Answered = { status: number; contentType: string; text: string; why?: string }

export type PageName = 'legal' | 'privacy' | 'support'

/** All that the checks look at, gathered once a page. */
export type Facts = {
  origin: string
  listing: Listing
  operations: Operation[]
  tools: ToolDefinition[]
  openApi: Record<string, unknown>
  pages: Record<PageName, Answered>
  /** The picture at the logo's address; null where there is none. */
  logo: { format: string; width: number; height: number; bytes: number } | null
  manifest: Answered
  challenge: Answered
  /** Where registered clients may be sent back to. */
  callbacks: string[]
  m365ReferenceId: string | null
  reviewer: ReviewerFacts | null
  /** Of o200k_base: what a model reads before any call, and the whole of tools/list. */
  tokens: { read: number; list: number }
  prompts: { positive: number; negative: number }
  /** The doctor's last walk; null where there was none. */
  probe: ProbeRun | null
}

export type ReviewerFacts = {
  until: Date
  hasPassword: boolean
  isVerified: boolean
  hasSecondFactor: boolean
  /** Whether the stage lets it connect an assistant. */
  isLetIn: boolean
  /** Examples that did not work when they were run in this account. */
  failing: string[]
}

/** What is wrong, and what to do about it. */
export type Finding = { found: string; fix: string; href?: string }

/** One rule of a host; `look` finds null where it is kept. Nothing but `look` makes it green. */
export type Check = {
  id: string
  hosts: ReviewHost[]
  says: string
  /** Who says so. */
  fact: string
  look: (facts: Facts) => Finding | null
}
