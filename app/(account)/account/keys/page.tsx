import type { Metadata } from 'next'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { getUsage, type Usage, unused } from '@/lib/activity/usage'
import { titleOf } from '@/lib/connections/connections'
import { type Key, keyLifetimes, listKeys } from '@/lib/keys/keys'
import { getPerson, isFresh } from '@/lib/session/person'
import { Day } from '../day'
import { SignInAgain } from '../sign-in-again'
import { Notice, SubPage } from '../sub-page'
import { UsageChart } from '../usage-chart'
import { submitEndKey } from './actions'
import { KeyForm } from './form'
import { grantable } from './grantable'

export const metadata: Metadata = { title: 'Keys', robots: { index: false } }

type KeysPageProps = { searchParams: Promise<{ ended?: string }> }

export default async function KeysPage({ searchParams }: KeysPageProps) {
  const person = await getPerson()
  if (!person) return <SignInFirst why="Then you can make keys." next="/account/keys" />
  const { ended } = await searchParams
  const [keys, usage] = await Promise.all([listKeys(person.id), getUsage(person.id)])

  return (
    <SubPage
      accountId={person.id}
      title="Keys"
      lead="For assistants that take a key instead of connecting. Whoever has a key acts as you."
    >
      {ended && <Notice>That key works no more.</Notice>}
      {keys.length > 0 && (
        <ul className="mt-6 space-y-4">
          {keys.map((key) => (
            <KeyCard key={key.id} value={key} usage={usage.get(key.id) ?? unused} />
          ))}
        </ul>
      )}
      <section aria-labelledby="new-key" className="card mt-6 p-6">
        <h2 id="new-key" className="text-xl">
          A new key
        </h2>
        {isFresh(person) ? (
          <KeyForm
            scopes={grantable.map((name) => ({ name, title: titleOf(name) }))}
            lifetimes={keyLifetimes}
          />
        ) : (
          <SignInAgain next="/account/keys" what="To make a key" />
        )}
      </section>
    </SubPage>
  )
}

function KeyCard({ value, usage }: { value: Key; usage: Usage }) {
  const { id, name, hint, scopes, createdAt, expiresAt } = value
  return (
    <li className="card p-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-56 space-y-2 [overflow-wrap:anywhere]">
          <h2 id={`key-${id}`} className="font-semibold text-lg">
            {name}
          </h2>
          <p className="text-soft text-sm">
            lk_…{hint} · since <Day at={createdAt} /> · until <Day at={expiresAt} />
          </p>
          <p className="text-sm">{scopes.map(titleOf).join(' · ')}</p>
          <UsageChart usage={usage} />
          <a
            href={`/account/activity?app=${id}`}
            className="link text-sm"
            aria-describedby={`key-${id}`}
          >
            What it did
          </a>{' '}
          <a href={`/account/asking/${id}`} className="link text-sm" aria-describedby={`key-${id}`}>
            When it asks you
          </a>
        </div>
        <form action={submitEndKey}>
          <input type="hidden" name="key" value={id} />
          <button
            type="submit"
            aria-describedby={`key-${id}`}
            className="button button-danger button-small"
          >
            End
          </button>
        </form>
      </div>
    </li>
  )
}
