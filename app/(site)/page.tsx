import type { Metadata } from 'next'

import { getListing } from '@/lib/listing/listing'
import { getPerson } from '@/lib/session/person'
import { Developers } from './developers'
import { Example } from './example'
import { Hosts } from './hosts'
import { Steps } from './steps'

export const metadata: Metadata = { alternates: { canonical: '/' } }

export default async function HomePage() {
  const person = await getPerson()
  const { name, tagline } = await getListing()
  return (
    <div className="mx-auto max-w-6xl px-4 sm:px-6">
      <div className="grid grid-cols-[minmax(0,1fr)] items-center gap-10 pt-10 lg:grid-cols-2 lg:gap-16 lg:pt-20">
        <div>
          <h1 className="text-4xl sm:text-5xl">{tagline}</h1>
          <p className="mt-5 max-w-lg text-lg text-soft">
            Connect {name} to it once. From then on you ask, it does, and you can take that back
            whenever you like.
          </p>
          <div className="mt-7 flex flex-wrap gap-3">
            <a href={person ? '/account' : '/sign-up'} className="button">
              {person ? 'Go to your account' : 'Create your account'}
            </a>
            <a href="/connect" className="button button-quiet">
              How to connect
            </a>
          </div>
        </div>
        <Example />
      </div>
      <Steps name={name} />
      <Hosts name={name} />
      <Developers />
    </div>
  )
}
