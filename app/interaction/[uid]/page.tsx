import type { Metadata } from 'next'
import { KeepFirst } from '@/app/(account)/account/keep-first'
import { isLetInHere } from '@/app/let-in'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { authorizationServer } from '@/lib/authorization-server'
import { getListing } from '@/lib/listing/listing'
import { getDeletion } from '@/lib/people/deletion'
import { getTranslator } from '@/lib/session/locale'
import { getCookieHeader, getPerson } from '@/lib/session/person'
import { Consent } from './consent'
import { Expired } from './expired'
import { NotLetIn } from './not-let-in'
import { toPlainName } from './plain-name'
import { words } from './words'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('consent')
  return { title: t('metaTitle'), robots: { index: false } }
}

type ConsentPageProps = { params: Promise<{ uid: string }> }

export default async function ConsentPage({ params }: ConsentPageProps) {
  const { uid } = await params
  const person = await getPerson()
  const cookies = await getCookieHeader()
  const request = await authorizationServer.getConsentRequest(uid, cookies, person)
  if (!request) return <Expired />

  const t = await getTranslator('consent')
  const clientName = toPlainName(request.clientName, t('nameless'))
  if (!person) {
    return (
      <SignInFirst
        title={t('signIn.title', { product: (await getListing()).name })}
        why={t.rich('signIn.why', {
          ...words,
          name: clientName,
          product: (await getListing()).name,
        })}
        next={`/interaction/${uid}`}
      />
    )
  }
  if (await getDeletion(person.id)) return <KeepFirst next={`/interaction/${uid}`} />
  if (!(await isLetInHere(person))) {
    return <NotLetIn request={{ ...request, clientName }} accountId={person.id} />
  }
  return <Consent request={{ ...request, clientName }} person={person} />
}
