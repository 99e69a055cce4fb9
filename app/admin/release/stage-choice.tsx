'use client'

import { useAnswer } from '@/app/ui/action-form'

type StageChoiceProps = { operation: string; own: string }

/** Keeps what was chosen where the answer was a no. */
export function StageChoice({ operation, own }: StageChoiceProps) {
  const name = `stage.${operation}`
  return (
    <select
      name={name}
      aria-label={`Stage of ${operation}`}
      defaultValue={useAnswer().answer.values[name] ?? own}
      className="min-h-9 rounded-lg border border-edge bg-surface px-2 py-1"
    >
      <option value="">As the plugin</option>
      <option value="private">Private</option>
      <option value="testing">Testing</option>
      <option value="public">Public</option>
    </select>
  )
}
