import type { Metadata } from 'next'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { getPerson } from '@/lib/session/person'
import { Notice, SubPage } from '../sub-page'
import { submitEndEverything } from './actions'
import { ConnectionList } from './list'

export const metadata: Metadata = { title: 'Connections', robots: { index: false } }

type ConnectionsPageProps = { searchParams: Promise<{ done?: string; page?: string }> }

const notices = new Map([
  ['disconnected', 'Disconnected. That app can do nothing for you any more.'],
  ['everything', 'Every app is disconnected and every key ended.'],
  ['reduced', 'Saved. The app may do only what is left here.'],
  ['nothing', 'Nothing was changed. To take everything back, disconnect the app.'],
])

export default async function ConnectionsPage({ searchParams }: ConnectionsPageProps) {
  const person = await getPerson()
  if (!person) {
    return <SignInFirst why="Then you see which apps are connected." next="/account/connections" />
  }
  const { done, page } = await searchParams
  const notice = notices.get(String(done))

  return (
    <SubPage accountId={person.id} title="Connections">
      {notice && <Notice>{notice}</Notice>}
      <ConnectionList accountId={person.id} heading="h2" page={Number(page) || 1} />
      <details className="mt-10">
        <summary className="link inline-flex min-h-6 cursor-pointer items-center">
          Stop everything at once
        </summary>
        <form action={submitEndEverything} className="mt-3 space-y-3">
          <p className="text-soft">
            Disconnects every app and ends every key. You can connect them again later.
          </p>
          <button type="submit" className="button button-danger">
            Disconnect everything
          </button>
        </form>
      </details>
    </SubPage>
  )
}
