import type { Metadata } from 'next'
import { KeepFirst } from '@/app/(account)/account/keep-first'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { authorizationServer } from '@/lib/authorization-server'
import { getDeletion } from '@/lib/people/deletion'
import { product } from '@/lib/product'
import { getCookieHeader, getPerson } from '@/lib/session/person'
import { Consent } from './consent'
import { Expired } from './expired'
import { toPlainName } from './plain-name'

export const metadata: Metadata = { title: 'Connect an app', robots: { index: false } }

type ConsentPageProps = { params: Promise<{ uid: string }> }

export default async function ConsentPage({ params }: ConsentPageProps) {
  const { uid } = await params
  const person = await getPerson()
  const cookies = await getCookieHeader()
  const request = await authorizationServer.getConsentRequest(uid, cookies, person)
  if (!request) return <Expired />

  const clientName = toPlainName(request.clientName)
  if (!person) {
    return (
      <SignInFirst
        title={`Sign in to connect ${product.name}`}
        why={
          <>
            <bdi>{clientName}</bdi> asks to use {product.name} for you. Sign in, then decide.
          </>
        }
        next={`/interaction/${uid}`}
      />
    )
  }
  if (await getDeletion(person.id)) return <KeepFirst next={`/interaction/${uid}`} />
  return <Consent request={{ ...request, clientName }} person={person} />
}
