import { listConnections } from '@/lib/connections/connections'
import { product } from '@/lib/product'
import { submitDisconnect } from './actions'

type Connection = Awaited<ReturnType<typeof listConnections>>[number]

type ConnectionListProps = { accountId: string; heading: 'h2' | 'h3' }

export async function ConnectionList({ accountId, heading }: ConnectionListProps) {
  const connections = await listConnections(accountId)
  if (connections.length === 0) return <NoConnections />
  return (
    <>
      <p className="mt-2 text-soft">Apps that act for you. Disconnecting one stops it at once.</p>
      <ul className="mt-6 space-y-4">
        {connections.map((connection) => (
          <ConnectionCard key={connection.id} connection={connection} heading={heading} />
        ))}
      </ul>
    </>
  )
}

type ConnectionCardProps = { connection: Connection; heading: 'h2' | 'h3' }

function ConnectionCard({ connection, heading: Heading }: ConnectionCardProps) {
  const { id, clientName, redirectHost, scopeTitles, createdAt } = connection
  return (
    <li className="card p-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-56 [overflow-wrap:anywhere]">
          <Heading id={`app-${id}`} className="font-semibold text-lg">
            <bdi>{clientName}</bdi>
          </Heading>
          <p className="text-soft text-sm">
            {redirectHost && <>{redirectHost} · </>}
            since <time dateTime={createdAt.toISOString()}>{day.format(createdAt)}</time>
          </p>
        </div>
        <form action={submitDisconnect}>
          <input type="hidden" name="connection" value={id} />
          <button
            type="submit"
            aria-describedby={`app-${id}`}
            className="button button-danger button-small"
          >
            Disconnect
          </button>
        </form>
      </div>
      <p className="mt-4 font-medium text-sm">What it may do</p>
      <ul className="mt-2 flex flex-wrap gap-2 text-sm">
        {scopeTitles.map((title) => (
          <li key={title} className="rounded-full bg-sunken px-3 py-1">
            {title}
          </li>
        ))}
      </ul>
    </li>
  )
}

function NoConnections() {
  return (
    <div className="card mt-6 border-dashed p-8 text-center">
      <p className="font-semibold">No app is connected</p>
      <p className="mx-auto mt-1 max-w-sm text-soft">
        Add {product.name} in your assistant and it asks you here what it may do. Nothing happens
        before you say yes.
      </p>
      <a href="/connect" className="link mt-4 inline-block">
        How to connect
      </a>
    </div>
  )
}

const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' })
