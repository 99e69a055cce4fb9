import type { Metadata } from 'next'
import { Panel } from '@/app/ui/panel'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { isOperatorLink } from '@/lib/people/operator-link'
import { getPerson } from '@/lib/session/person'
import { OperatorForm } from './form'
import { UsedLink } from './used-link'

export const metadata: Metadata = { title: 'Become the operator', robots: { index: false } }

type OperatorPageProps = { params: Promise<{ token: string }> }

export default async function OperatorPage({ params }: OperatorPageProps) {
  const { token } = await params
  if (!(await isOperatorLink(token))) return <UsedLink />

  const person = await getPerson()
  if (!person) {
    return (
      <SignInFirst
        title="Become the operator"
        why="This link works once. Sign in with the account that is to run this site, or create it now."
        next={`/operator/${token}`}
      />
    )
  }
  return (
    <Panel
      title="Become the operator"
      lead={
        <>
          <strong className="text-ink">{person.name}</strong> ({person.email}) will run this site:
          decide which assistants may connect to it. The link then stops working.
        </>
      }
    >
      <OperatorForm token={token} />
    </Panel>
  )
}
