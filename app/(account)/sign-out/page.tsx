import type { Metadata } from 'next'
import { toPlainName } from '@/app/interaction/[uid]/plain-name'
import { Panel } from '@/app/ui/panel'
import { readLogoutRequest } from '@/lib/oauth/logout-request'
import { product } from '@/lib/product'
import { getPerson } from '@/lib/session/person'
import { SignOutForm } from './form'

export const metadata: Metadata = { title: 'Sign out', robots: { index: false } }

type SignOutPageProps = { searchParams: Promise<{ request?: string | string[] }> }

/** Where an app sends a person who signs out there; only they decide to sign out here too. */
export default async function SignOutPage({ searchParams }: SignOutPageProps) {
  const { request: sealed } = await searchParams
  const request = readLogoutRequest(sealed)
  const person = await getPerson()
  if (!person) return <SignedOut next={request?.next ?? null} />
  return (
    <Panel
      title={`Sign out of ${product.name}?`}
      lead={
        <>
          {request?.clientName && (
            <>
              <bdi>{toPlainName(request.clientName)}</bdi> asks you to.{' '}
            </>
          )}
          You are signed in as {person.email}. Your connections stay as they are.
          {request?.next && <> Then you go back to {new URL(request.next).host}.</>}
        </>
      }
    >
      <div className="grid gap-3">
        <SignOutForm
          request={typeof sealed === 'string' ? sealed : null}
          className="button w-full"
        />
        <a href="/account" className="button button-quiet">
          Stay signed in
        </a>
      </div>
    </Panel>
  )
}

function SignedOut({ next }: { next: string | null }) {
  return (
    <Panel title="You are signed out" lead="Nobody is signed in in this browser.">
      <div className="grid gap-3">
        {next && (
          <a href={next} className="button">
            Go on to {new URL(next).host}
          </a>
        )}
        <a href="/sign-in" className="button button-quiet">
          Sign in
        </a>
      </div>
    </Panel>
  )
}
