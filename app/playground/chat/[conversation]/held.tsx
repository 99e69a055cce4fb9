import { Watch } from '@/app/confirm/[id]/watch'
import { confirmHref } from '@/app/confirm/[id]/way-back'
import { chatHref } from '@/app/playground/hrefs'
import { ownActionAt } from '@/app/playground/own-page'
import { type Call, heldAt } from '@/lib/host/held'
import { ownText } from '@/lib/host/json'
import type { Conversation } from '@/lib/host/kept/conversation'
import { submitConfirmed } from './actions'
import { WishFields } from './wish-fields'

type HeldProps = { call: Call; conversation: Conversation; isWaiting: boolean }

/** The plugin asks the person itself: its page, and the same call again, which tells what came of it. */
export function Held({ call, conversation, isWaiting }: HeldProps) {
  const url = heldAt(call.outcome)
  const said = call.outcome.status === 'answered' ? ownText(call.outcome.data, 'message') : null
  if (url === null || !isWaiting) return said && <p className="mt-3">{said}</p>
  const action = ownActionAt(url)
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
        {action ? (
          <a href={confirmHref(action, chatHref(conversation.id))} className="button button-small">
            Decide
          </a>
        ) : (
          <a href={url} target="_blank" rel="noopener noreferrer" className="button button-small">
            Open {new URL(url).host}
          </a>
        )}
        <button type="submit" className="button button-quiet button-small">
          See what came of it
        </button>
      </form>
      {action && !call.followed && <Watch id={action} state="waiting" />}
    </div>
  )
}
