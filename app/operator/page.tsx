import type { Metadata } from 'next'
import { UsedLink } from '@/app/operator/[token]/used-link'
import { Panel } from '@/app/ui/panel'
import { RegisterCommand } from '@/app/ui/register-command'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { getListing } from '@/lib/listing/listing'
import { getPerson } from '@/lib/session/person'

export const metadata: Metadata = { title: 'Operator', robots: { index: false } }

export default async function OperatorPage() {
  const person = await getPerson()
  if (!person) return <SignInFirst why="This page is for the operator." next="/operator" />
  if (person.role !== 'operator') return <UsedLink />

  return (
    <Panel
      title="You are the operator"
      lead={`${person.name}, ${(await getListing()).name} is yours to run.`}
    >
      <h2 className="text-lg">Let the first assistant in</h2>
      <ol className="list-decimal space-y-4 pl-5">
        <li>
          In the assistant, start adding {(await getListing()).name}. It shows a callback URL.
        </li>
        <li>
          <a href="/admin/clients/new" className="link">
            Register it in the dashboard
          </a>
          , or in the project&rsquo;s folder:
          <RegisterCommand />
        </li>
        <li>Give the assistant the client ID and the secret that you get.</li>
      </ol>
      <div className="grid gap-3">
        <a href="/admin" className="button w-full">
          Open the dashboard
        </a>
        <a href="/connect" className="button button-quiet w-full">
          See all the addresses it needs
        </a>
      </div>
    </Panel>
  )
}
