import type { Metadata } from 'next'
import { Panel } from '@/app/ui/panel'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { readWaiting } from '@/lib/session/arrival'
import { safeNext } from '@/lib/session/next-path'
import { getPerson, isFresh } from '@/lib/session/person'
import { submitLink } from './actions'
import { providerName } from './provider-name'

export const metadata: Metadata = { title: 'Add a way to sign in', robots: { index: false } }

type LinkPageProps = { searchParams: Promise<{ next?: string | string[] }> }

export default async function LinkPage({ searchParams }: LinkPageProps) {
  const next = safeNext((await searchParams).next)
  const person = await getPerson()
  const waiting = await readWaiting()
  if (!person) return <SignInFirst why="Then you can add a way to sign in." next={self(next)} />
  if (!waiting || waiting.email !== person.email || !isFresh(person)) return <Nothing next={next} />

  const name = providerName(waiting.issuer)
  return (
    <Panel
      title={`Add ${name}?`}
      lead={
        <>
          From now on, {name} as <strong className="text-ink">{waiting.hint}</strong> would sign you
          in to this account too.
        </>
      }
      isStep
    >
      <form action={submitLink}>
        {next && <input type="hidden" name="next" value={next} />}
        <button type="submit" className="button w-full">
          Add {name}
        </button>
      </form>
      <a href={next ?? '/account'} className="button button-quiet w-full">
        Not now
      </a>
    </Panel>
  )
}

const self = (next: string | null): string =>
  next ? `/sign-in/link?next=${encodeURIComponent(next)}` : '/sign-in/link'

function Nothing({ next }: { next: string | null }) {
  return (
    <Panel
      title="Nothing to add"
      lead="It was added already, took longer than ten minutes, or is of another account."
      isStep
    >
      <a href={next ?? '/account'} className="button w-full">
        Continue
      </a>
    </Panel>
  )
}
