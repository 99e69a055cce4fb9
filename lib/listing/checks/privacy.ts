import { aboutScope, type Scope } from '@/lib/scopes'
import type { Check } from './facts'

/** What a scope gives away, in the words a privacy page can be asked for. */
export function dataOf(scope: Scope): string {
  if (scope.includes(':')) return scope.split(':')[0] ?? scope
  return aboutScope(scope)
    .title.replace(/^Your /, '')
    .toLowerCase()
}

export const privacyChecks: Check[] = [
  {
    id: 'privacy data',
    hosts: ['chatgpt', 'claude', 'gpt-action', 'm365'],
    says: 'The privacy page names everything that an operation can be allowed to see',
    fact: 'OpenAI, plugin submission (data minimisation); Anthropic, connector directory',
    look: ({ pages: { privacy }, operations }) => {
      const told = privacy.text.toLowerCase()
      const scopes = operations.flatMap(({ scope }) => scope ?? [])
      const data = new Set(scopes.map(dataOf))
      const missing = [...data].filter((word) => !told.includes(word))
      return missing.length === 0
        ? null
        : {
            found: `It does not name ${missing.join(', ')}.`,
            fix: 'Say there what is kept of it, and for how long.',
            href: '/admin/listing#privacyUrl',
          }
    },
  },
]
