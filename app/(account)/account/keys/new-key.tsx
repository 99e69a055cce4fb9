'use client'

import { useAnswer } from '@/app/ui/action-form'
import type { CopyWords } from '@/app/ui/copy-button'
import { Snippet } from '@/app/ui/snippet'

type NewKeyProps = { title: string; label: string; words: CopyWords }

/** The key that was just made. */
export function NewKey({ title, label, words }: NewKeyProps) {
  const { made } = useAnswer().answer.values
  if (!made) return null
  return (
    <div role="status" className="space-y-3 rounded-lg bg-tint p-4">
      <p className="font-medium">{title}</p>
      <Snippet label={label} text={made} words={words} />
    </div>
  )
}
