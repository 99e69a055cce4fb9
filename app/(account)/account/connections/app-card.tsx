import { toPlainName } from '@/app/interaction/[uid]/plain-name'
import type { App } from '@/lib/connections/apps'
import { getTranslator } from '@/lib/session/locale'
import { UsageChart } from '../usage-chart'
import { submitDisconnectApp } from './actions'
import { ConnectionItem } from './connection-item'

type AppCardProps = { app: App; heading: 'h2' | 'h3' }

/** All connections of one host, and how it used them. */
export async function AppCard({ app, heading: Heading }: AppCardProps) {
  const t = await getTranslator('connections')
  const nameless = (await getTranslator('consent'))('nameless')
  const { key, name, connections, usage } = app
  const id = `app-${key}`
  return (
    <li className="card space-y-4 p-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-56 space-y-2 [overflow-wrap:anywhere]">
          <Heading id={id} className="font-semibold text-lg">
            <bdi>{toPlainName(name, nameless)}</bdi>
          </Heading>
          <UsageChart usage={usage} />
          <a
            href={`/account/activity?app=${encodeURIComponent(key)}`}
            aria-describedby={id}
            className="link text-sm"
          >
            {t('did')}
          </a>
        </div>
        {connections.length > 1 && (
          <form action={submitDisconnectApp}>
            <input type="hidden" name="app" value={key} />
            <button
              type="submit"
              aria-describedby={id}
              className="button button-danger button-small"
            >
              {t('disconnectAll', { count: connections.length })}
            </button>
          </form>
        )}
      </div>
      {connections.slice(0, shown).map((connection) => (
        <ConnectionItem
          key={connection.id}
          connection={connection}
          describedBy={id}
          isOneOfMany={connections.length > 1}
        />
      ))}
      {connections.length > shown && (
        <details>
          <summary className="link cursor-pointer text-sm">
            {t('older', { count: connections.length - shown })}
          </summary>
          <div className="mt-4 space-y-4">
            {connections.slice(shown).map((connection) => (
              <ConnectionItem
                key={connection.id}
                connection={connection}
                describedBy={id}
                isOneOfMany={connections.length > 1}
              />
            ))}
          </div>
        </details>
      )}
    </li>
  )
}

const shown = 3
