import type { Metadata } from 'next'
import { ownAddress } from '@/app/(account)/own-address'
import { Panel } from '@/app/ui/panel'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { readWaiting } from '@/lib/session/arrival'
import { getTranslator } from '@/lib/session/locale'
import { safeNext } from '@/lib/session/next-path'
import { getPerson, isFresh } from '@/lib/session/person'
import { submitLink } from './actions'
import { providerName } from './provider-name'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('gettingIn')
  return { title: t('link.metaTitle'), robots: { index: false } }
}

type LinkPageProps = { searchParams: Promise<{ next?: string | string[] }> }

export default async function LinkPage({ searchParams }: LinkPageProps) {
  const next = safeNext((await searchParams).next)
  const person = await getPerson()
  const t = await getTranslator('gettingIn')
  const waiting = await readWaiting()
  if (!person) return <SignInFirst why={t('link.why')} next={self(next)} />
  if (!waiting || waiting.email !== person.email || !isFresh(person)) return <Nothing next={next} />

  const name = providerName(waiting.issuer)
  return (
    <Panel
      title={t('link.title', { name })}
      lead={t.rich('link.lead', { ...ownAddress, name, hint: waiting.hint })}
      isStep
    >
      <form action={submitLink}>
        {next && <input type="hidden" name="next" value={next} />}
        <button type="submit" className="button w-full">
          {t('link.add', { name })}
        </button>
      </form>
      <a href={next ?? '/account'} className="button button-quiet w-full">
        {t('link.notNow')}
      </a>
    </Panel>
  )
}

const self = (next: string | null): string =>
  next ? `/sign-in/link?next=${encodeURIComponent(next)}` : '/sign-in/link'

async function Nothing({ next }: { next: string | null }) {
  const t = await getTranslator('gettingIn')
  return (
    <Panel title={t('link.nothing')} lead={t('link.nothingLead')} isStep>
      <a href={next ?? '/account'} className="button w-full">
        {t('link.go')}
      </a>
    </Panel>
  )
}
