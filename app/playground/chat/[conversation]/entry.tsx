import { viewHref } from '@/app/playground/hrefs'
import { Wire } from '@/app/playground/ui/wire'
import type { Conversation, Entry } from '@/lib/host/kept/conversation'
import type { SeenInstallation } from '@/lib/host/kept/installation'
import { CallEntry } from './call-entry'

export type EntryProps = {
  entry: Entry
  conversation: Conversation
  active: SeenInstallation[]
  isLast: boolean
  /** Held at the plugin's page, and not asked for again. */
  isWaiting: boolean
}

/** One thing that happened. What plugins and models wrote is text, never markup. */
export function EntryItem({ entry, conversation, active, isLast, isWaiting }: EntryProps) {
  switch (entry.kind) {
    case 'message':
      return (
        <div
          className={`max-w-2xl whitespace-pre-wrap rounded-2xl px-4 py-3 [overflow-wrap:anywhere] ${
            entry.by === 'person' ? 'ms-auto w-fit bg-brand text-on-brand' : 'card'
          }`}
        >
          <span className="sr-only">{entry.by === 'person' ? 'You: ' : 'The model: '}</span>
          {entry.text}
        </div>
      )
    case 'link':
      return (
        <div className="card p-4">
          <p className="font-medium">
            {entry.failure ? `${entry.plugin} was not linked` : `${entry.plugin} is linked`}
          </p>
          {entry.failure && (
            <p className="mt-1 text-danger">
              {entry.failure.means} {entry.failure.said && <q>{entry.failure.said}</q>}
            </p>
          )}
          <Wire steps={entry.steps} />
        </div>
      )
    case 'declined':
      return (
        <div className="card p-4">
          You said no: <code className="code">{entry.operation}</code> of {entry.plugin} was not
          called.
        </div>
      )
    case 'call':
      return (
        <CallEntry
          call={entry}
          conversation={conversation}
          isLast={isLast}
          isWaiting={isWaiting}
          view={viewOf(entry, active)}
        />
      )
  }
}

function viewOf(
  { installationId, operation }: Extract<Entry, { kind: 'call' }>,
  active: SeenInstallation[],
): string | null {
  const seen = active.find(({ id }) => id === installationId)
  const found = seen?.installation.operations.find(({ name }) => name === operation)
  return found?.viewUri ? viewHref(installationId, operation) : null
}
