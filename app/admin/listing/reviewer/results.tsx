'use client'

import { useAnswer } from '@/app/ui/action-form'

export type Result = { prompt: string; operation: string; outcome: string; text: string }

/** What each prompt’s call was answered, as the last run was told. */
export function Results() {
  const { results } = useAnswer().answer.values
  if (!results) return null
  return (
    <ol className="space-y-3">
      {(JSON.parse(results) as Result[]).map(({ prompt, operation, outcome, text }) => (
        <li key={prompt} className="rounded-lg border border-line p-4">
          <p>
            <span className={outcome === 'failed' ? 'text-danger' : 'text-brand'}>
              {words[outcome]}
            </span>{' '}
            <span className="font-medium">{prompt}</span> <code className="code">{operation}</code>
          </p>
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            className="mt-2 max-h-40 overflow-auto whitespace-pre-wrap rounded bg-sunken p-3 font-mono text-xs [overflow-wrap:anywhere]"
          >
            {text}
          </pre>
        </li>
      ))}
    </ol>
  )
}

const words: Record<string, string> = {
  answered: 'Answered.',
  held: 'Waits for the person’s yes.',
  failed: 'Failed.',
}
