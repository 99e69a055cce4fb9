import type { Metadata } from 'next'
import { SignOutForm } from '@/app/(account)/sign-out/form'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { getPerson } from '@/lib/session/person'
import { ConnectionList } from './connections/list'

export const metadata: Metadata = { title: 'Your account', robots: { index: false } }

export default async function AccountPage() {
  const person = await getPerson()
  if (!person) return <SignInFirst why="Your account is here once you have." next="/account" />

  return (
    <div className="mx-auto max-w-3xl px-4 pt-10 sm:px-6 sm:pt-14">
      <h1 className="text-3xl">Your account</h1>
      <section aria-label="Profile" className="card mt-6 flex flex-wrap items-center gap-4 p-6">
        <div className="min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]">
          <p className="flex flex-wrap items-center gap-2 font-semibold text-lg">
            {person.name}
            {person.role !== 'member' && (
              <span className="rounded-full bg-brass-tint px-2.5 py-0.5 font-medium text-brass text-sm capitalize">
                {person.role}
              </span>
            )}
          </p>
          <p className="text-soft">{person.email}</p>
          <a href="/account/security" className="link inline-block text-sm">
            Security: passkeys and two-step sign-in
          </a>
        </div>
        <SignOutForm next="/account" />
      </section>
      <section aria-labelledby="connections" className="mt-12">
        <h2 id="connections" className="text-2xl">
          Connections
        </h2>
        <ConnectionList accountId={person.id} heading="h3" />
      </section>
    </div>
  )
}
