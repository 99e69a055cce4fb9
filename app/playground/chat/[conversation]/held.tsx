import { heldAt } from '@/lib/host/held'
import { ownText } from '@/lib/host/json'
import type { Conversation } from '@/lib/host/kept/conversation'
import { submitConfirmed } from './actions'
import type { Call } from './call-entry'
import { WishFields } from './wish-fields'

/** The plugin asks the person itself: its page, and the same call again, which tells what came of it. */
export function Held({ call, conversation }: { call: Call; conversation: Conversation }) {
  const url = heldAt(call.outcome)
  const said = call.outcome.status === 'answered' ? ownText(call.outcome.data, 'message') : null
  if (url === null) return said && <p className="mt-3">{said}</p>
  return (
    <div className="mt-3 rounded-lg bg-brass-tint p-4 text-brass">
      <p className="font-medium">{said ?? 'The plugin waits for you.'}</p>
      <form action={submitConfirmed} className="mt-3 flex flex-wrap gap-3">
        <WishFields
          conversation={conversation.id}
          wished={{
            installation: call.installationId,
            operation: call.operation,
            input: JSON.stringify(call.input),
          }}
        />
        <a
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          className="button button-quiet button-small"
        >
          Open {new URL(url).host}
        </a>
        <button type="submit" className="button button-small">
          See what came of it
        </button>
      </form>
    </div>
  )
}
