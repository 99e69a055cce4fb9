'use client'

import { useAnswer } from '@/app/ui/action-form'
import { Snippet } from '@/app/ui/snippet'

/** The secret that was just made, with the client's id where that is new too. */
export function MadeSecret() {
  const { secret, clientId, href } = useAnswer().answer.values
  if (!secret) return null
  return (
    <div role="status" className="w-full space-y-3 rounded-lg bg-tint p-4">
      <p className="font-medium">
        Give {clientId ? 'both' : 'this'} to the host. The secret is shown this once.
      </p>
      {clientId && <Snippet label="Client ID" text={clientId} />}
      <Snippet label="Client secret" text={secret} />
      {href && (
        <a href={href} className="link text-sm">
          Go on to this client’s page
        </a>
      )}
    </div>
  )
}
