import type { JsonObject } from '../json'

/** What the host hands to its model or shows to the person. All of it is the plugin's: hostile input. */
export type Outcome =
  | {
      status: 'answered'
      httpStatus: number
      /** The plugin said that it did not do it: a status of 400 and more, or `isError`. */
      isError: boolean
      text: string
      /** The text as JSON, or a tool's structuredContent; null where it is none. */
      data: unknown
      /** http and https addresses in the answer, each once, at most 10. */
      links: string[]
      /** A tool's `_meta`, which views read. */
      meta: JsonObject | null
    }
  | { status: 'link_needed'; means: string }
  | { status: 'more_scope_needed'; scopes: string[]; means: string }
  | { status: 'failed'; code: CallFailureCode; means: string }

const meanings = {
  not_registered: 'The host has no client or key for this plugin yet.',
  not_renewed: 'The token ran out, and the token endpoint did not answer. Try again later.',
  input_missing: 'A part of the address is missing from the input.',
  request_too_long: 'The request is longer than this host sends.',
  answer_too_long: 'The answer is longer than this host hands to its model.',
  timeout: 'The plugin did not answer in the time that this host waits.',
  unreachable: 'The plugin could not be reached.',
  blocked: 'The address of the plugin is none that may be called.',
  redirected: 'The plugin answered with a redirect, which this host does not follow.',
  robots: 'robots.txt of the plugin does not let this host in.',
  busy: 'The plugin asks to wait longer than this host does, or failed again and again.',
  not_mcp: 'The answer is no MCP message.',
  asks_back: 'The plugin asks the person something in a way that this host does not offer.',
} as const

export type CallFailureCode = keyof typeof meanings

export const failed = (code: CallFailureCode): Outcome => ({
  status: 'failed',
  code,
  means: meanings[code],
})

export const linkNeeded: Outcome = {
  status: 'link_needed',
  means:
    'The plugin wants to know who the person is: they must link their account, or do it again.',
}

export const moreScopeNeeded = (scopes: string[]): Outcome => ({
  status: 'more_scope_needed',
  scopes,
  means: 'The person has not allowed this: the host asks them again, with these scopes.',
})

// Bounded, for what is trimmed at its end is looked at from each character.
const address = /\bhttps?:\/\/[^\s"'<>()[\]{}\\]{1,2000}/gi

/** The links of an answer, without what ends a sentence. */
export const linksIn = (text: string): string[] => {
  const found = text.slice(0, 200_000).match(address)?.slice(0, 50) ?? []
  const whole = found.map((url) => url.replace(/[.,;:!?]+$/, '')).filter((url) => URL.canParse(url))
  return [...new Set(whole)].slice(0, 10)
}
