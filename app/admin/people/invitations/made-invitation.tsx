'use client'

import { useAnswer } from '@/app/ui/action-form'
import { Snippet } from '@/app/ui/snippet'

/** What became of the invitation that was just made. */
export function MadeInvitation() {
  const { invited, link } = useAnswer().answer.values
  if (!invited) return null
  return (
    <div role="status" className="space-y-3 rounded-lg bg-tint p-4">
      {link ? (
        <>
          <p className="font-medium">
            This site sends no mail: give the link to them yourself. It is shown this once.
          </p>
          <Snippet label="Link" text={link} />
        </>
      ) : (
        <p className="font-medium">
          A mail is on its way to <bdi>{invited}</bdi>.
        </p>
      )}
    </div>
  )
}
