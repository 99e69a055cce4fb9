import type { Metadata } from 'next'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { lookAt, readState } from '@/lib/held-actions'
import { getListing } from '@/lib/listing/listing'
import { getTranslator } from '@/lib/session/locale'
import { getPerson } from '@/lib/session/person'
import { End } from './end'
import { NotYours } from './not-yours'
import { Question } from './question'
import { Watch } from './watch'
import { confirmHref, toWayBack } from './way-back'

/** The same for every address, so that a link that was passed on tells nothing. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('confirm')
  const preview = { title: t('preview.title'), description: t('preview.lead') }
  return {
    title: t('metaTitle'),
    description: preview.description,
    robots: { index: false, follow: false },
    openGraph: { ...preview, siteName: (await getListing()).name, type: 'website' },
    twitter: { card: 'summary_large_image', ...preview },
  }
}

type ConfirmPageProps = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ changed?: string; back?: string }>
}

export default async function ConfirmPage({ params, searchParams }: ConfirmPageProps) {
  const { id } = await params
  const { changed, back: given } = await searchParams
  const back = toWayBack(given)
  const next = confirmHref(id, back)
  const t = await getTranslator('confirm')
  const person = await getPerson()
  if (!person) {
    return <SignInFirst title={t('signIn.title')} why={t('signIn.why')} next={next} />
  }
  // Before the look: what happens in between is seen as a change.
  const state = await readState(person.id, id)
  const look = await lookAt(person.id, id)
  if (!look || !state) return <NotYours person={person} next={next} />
  return (
    <>
      {look.now ? (
        <Question look={look} now={look.now} isNew={!!changed} back={back} />
      ) : (
        <End look={look} back={back} />
      )}
      {['waiting', 'running'].includes(look.action.state) && <Watch id={id} state={state} />}
    </>
  )
}
