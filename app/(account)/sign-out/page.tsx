import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { toPlainName } from '@/app/interaction/[uid]/plain-name'
import { Panel } from '@/app/ui/panel'
import { readLogoutRequest } from '@/lib/oauth/logout'
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
  if (!person) redirect(request?.next ?? '/sign-in')
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
        </>
      }
    >
      <div className="grid gap-3">
        <SignOutForm
          request={typeof sealed === 'string' ? sealed : null}
          className="button w-full"
        />
        <a href={request?.next ?? '/account'} className="button button-quiet">
          Stay signed in
        </a>
      </div>
    </Panel>
  )
}
