import type { Metadata } from 'next'
import { SignOutForm } from '@/app/(account)/sign-out/form'
import { words } from '@/app/interaction/[uid]/words'
import { Panel } from '@/app/ui/panel'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { getName } from '@/lib/listing/listing'
import { standingOf } from '@/lib/release/standing'
import { isInvitation, isInvited } from '@/lib/release/testers'
import { getTranslator } from '@/lib/session/locale'
import { getPerson } from '@/lib/session/person'
import { submitAccept } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('release')
  const title = t('invitation.title', { product: await getName() })
  return { title, robots: { index: false }, referrer: 'same-origin' }
}

type InvitationPageProps = { params: Promise<{ token: string }> }

/** A button, because mail programs open links to look at them. */
export default async function InvitationPage({ params }: InvitationPageProps) {
  const { token } = await params
  const t = await getTranslator('release')
  const person = await getPerson()
  const about = { product: await getName() }
  const next = `/invitation/${encodeURIComponent(token)}`
  if (!person) {
    if (!(await isInvitation(token))) {
      return <Panel title={t('invitation.spent')} lead={t('invitation.spentLead')} />
    }
    const why = t('invitation.signIn')
    return <SignInFirst title={t('invitation.title', about)} why={why} next={next} />
  }
  if (await isInvited(person.email, token)) {
    return (
      <Panel title={t('invitation.title', about)} lead={t('invitation.lead', about)} isStep>
        <form action={submitAccept}>
          <input type="hidden" name="token" value={token} />
          <button type="submit" className="button w-full">
            {t('invitation.accept')}
          </button>
        </form>
      </Panel>
    )
  }
  if ((await standingOf(person.id)) === 'tester') {
    return (
      <Panel title={t('invitation.in')} lead={t('invitation.inLead', about)}>
        <a href="/connect" className="button w-full">
          {t('invitation.connect')}
        </a>
      </Panel>
    )
  }
  return (
    <Panel
      title={t('invitation.not')}
      lead={t.rich('invitation.notLead', { ...words, email: person.email })}
    >
      <SignOutForm
        next={next}
        text={t('invitation.another')}
        className="button button-quiet w-full"
      />
    </Panel>
  )
}
