import type { Metadata } from 'next'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { deletionGrace, getDeletion } from '@/lib/people/deletion'
import { getPerson, isFresh } from '@/lib/session/person'
import { SignInAgain } from '../sign-in-again'
import { SubPage } from '../sub-page'
import { DeleteForm } from './form'

export const metadata: Metadata = { title: 'Your data', robots: { index: false } }

export default async function DataPage() {
  const person = await getPerson()
  if (!person) return <SignInFirst why="Then you can take your data along." next="/account/data" />
  const mayAct = isFresh(person)
  const deleteAfter = await getDeletion(person.id)

  return (
    <SubPage accountId={person.id} title="Your data">
      {!mayAct && <SignInAgain next="/account/data" what="To take it along or delete it" />}
      <section aria-labelledby="download" className="card mt-6 p-6">
        <h2 id="download" className="text-xl">
          Take it along
        </h2>
        <p className="mt-2 text-soft">
          Everything that is kept about you, in one file that programs can read (JSON).
        </p>
        {mayAct && (
          <a href="/account/data/download" className="button mt-4" download>
            Download everything
          </a>
        )}
      </section>
      {!deleteAfter && (
        <section aria-labelledby="delete" className="card mt-6 p-6">
          <h2 id="delete" className="text-xl">
            Delete your account
          </h2>
          <p className="mt-2 text-soft">
            Every app is disconnected and every key ended at once. For {deletionGrace} days you can
            sign in and change your mind; then your account and what belongs to it are gone. What a
            house must keep about a booking is kept without you.
          </p>
          {mayAct && <DeleteForm email={person.email} />}
        </section>
      )}
    </SubPage>
  )
}
