import type { ReactNode } from 'react'

const tones = {
  plain: 'bg-sunken text-soft',
  good: 'bg-tint text-brand',
  warn: 'bg-brass-tint text-brass',
  bad: 'bg-danger-tint text-danger',
}

export type Tone = keyof typeof tones

/** One word about a state; the word says it, the colour only helps. */
export const Badge = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <span
    className={`whitespace-nowrap rounded-full px-2.5 py-0.5 font-medium text-xs ${tones[tone]}`}
  >
    {children}
  </span>
)
