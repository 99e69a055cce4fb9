import type { Facts } from './checks/facts'
import type { ReviewHost } from './hosts'

/** What a host was shown, part by part. */
export type Surface = Record<Part, unknown>
export type Part = 'site' | 'listing' | 'manifest' | 'openApi' | 'tools'

type Shown = Pick<Facts, 'origin' | 'listing' | 'manifest' | 'openApi' | 'tools'>

/** Without the tokens by which a host proves the domain: they are no part of what it reviews. */
export function toSurface({ origin, listing, manifest, openApi, tools }: Shown): Surface {
  const { pluginToken: _, appsChallenge: __, ...texts } = listing
  return {
    site: { origin },
    listing: texts,
    manifest: parse(manifest.text),
    openApi,
    tools: Object.fromEntries(tools.map(({ name, ...tool }) => [name, tool])),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export type Difference = { path: string; before: string | undefined; after: string | undefined }

/** Every value that is not as it was, by where it stands. */
export function compare(before: unknown, after: unknown): Difference[] {
  const [from, to] = [flatten(before), flatten(after)]
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((path) => {
    const difference = { path, before: from.get(path), after: to.get(path) }
    return difference.before === difference.after ? [] : difference
  })
}

function flatten(value: unknown, path: string[] = [], into = new Map<string, string>()) {
  if (typeof value !== 'object' || value === null) {
    if (value !== undefined) into.set(path.join(' › '), String(value))
    return into
  }
  for (const [key, inner] of Object.entries(value)) flatten(inner, [...path, key], into)
  return into
}

export type Need = 'review' | 'update' | 'nothing'

type Rule = { need: Need; why: string }

const asNew: Rule = { need: 'review', why: 'The origin cannot change: it is a new submission.' }

const unseen: Rule = { need: 'nothing', why: 'This host does not see it.' }

/** What each host asks for when a part changes. A part that is not named is one it does not see. */
const rules: Record<ReviewHost, Partial<Record<Part, Rule>>> = {
  chatgpt: {
    site: asNew,
    tools: {
      need: 'review',
      why: 'Tool metadata is a contract with versions: scan the tools again and submit a version.',
    },
    listing: { need: 'review', why: 'Listing texts are reviewed with a new version.' },
  },
  'gpt-action': {
    site: { need: 'update', why: 'Give the GPT the schema and the addresses of the new origin.' },
    openApi: { need: 'update', why: 'Import the schema again in the GPT’s editor.' },
  },
  claude: {
    site: { need: 'review', why: 'The directory’s entry is for one address.' },
    tools: { need: 'nothing', why: 'Tool changes need no resubmission.' },
    listing: { need: 'update', why: 'Edit the entry in the directory portal.' },
  },
  m365: {
    site: asNew,
    openApi: { need: 'review', why: 'It is inside the package: submit the new one.' },
    listing: { need: 'review', why: 'It is inside the package: submit the new one.' },
  },
  'plugin-2023': {
    site: asNew,
    manifest: {
      need: 'review',
      why: 'A changed manifest takes the plugin out of the store until it is reviewed again.',
    },
    openApi: { need: 'nothing', why: 'The OpenAPI document may change freely.' },
  },
}

export type Change = Rule & { part: Part; differences: Difference[] }

/** What changed since then for this host, and what it asks for. */
export function toChanges(host: ReviewHost, before: Surface, after: Surface): Change[] {
  return (Object.keys(after) as Part[]).flatMap((part) => {
    const differences = compare(before[part], after[part])
    const rule = rules[host][part] ?? unseen
    return differences.length === 0 || rule === unseen ? [] : { ...rule, part, differences }
  })
}
