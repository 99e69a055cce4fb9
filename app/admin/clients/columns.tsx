import type { Column } from '@/app/admin/ui/data-table'
import { Moment } from '@/app/admin/ui/moment'
import { explain } from '@/lib/attempts/reasons'
import { type ClientRow, mostCounted } from '@/lib/oauth/clients/list'
import { clientHref } from './href'
import { Standing } from './standing'
import { kinds } from './words'

export const columns: Column<ClientRow>[] = [
  {
    title: 'Client',
    sort: 'name',
    cell: ({ id, name }) => (
      <span className="block xl:min-w-56">
        <a href={clientHref(id)} className="link font-medium">
          <bdi>{name.slice(0, 100)}</bdi>
        </a>
        <br />
        <code className="text-soft text-xs">{id}</code>
      </span>
    ),
  },
  { title: 'Known how', cell: ({ kind }) => kinds[kind] },
  { title: 'Standing', cell: (client) => <Standing client={client} /> },
  { title: 'Connections', isNumber: true, cell: ({ connections }) => toCount(connections) },
  { title: 'Last seen', sort: 'used', cell: ({ usedAt }) => <Moment at={usedAt} /> },
  {
    title: 'Last error',
    cell: ({ lastError, documentError }) => {
      const error = lastError ?? (documentError && `document.${documentError}`)
      return error ? explain(error).what : 'None'
    },
  },
]

export const toCount = (count: number): string =>
  count < mostCounted ? String(count) : `${mostCounted} or more`
