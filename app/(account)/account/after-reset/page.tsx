import type { Metadata } from 'next'
import { afterResetHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { getTranslator } from '@/lib/session/locale'
import { safeNext } from '@/lib/session/next-path'
import { getPerson } from '@/lib/session/person'
import { submitEndAll } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('account')
  return { title: t('afterReset.title'), robots: { index: false } }
}

type AfterResetPageProps = { searchParams: Promise<{ next?: string | string[]; done?: string }> }

/** Who got in before keeps the apps and keys that they connected: a new password ends none. */
export default async function AfterResetPage({ searchParams }: AfterResetPageProps) {
  const t = await getTranslator('account')
  const { next: asked, done } = await searchParams
  const next = safeNext(asked)
  if (!(await getPerson())) {
    return <SignInFirst why={t('afterReset.signInFirst')} next={afterResetHref(next)} />
  }
  const goOn = next ?? '/account'
  const security = (
    <p className="text-sm text-soft">
      {t.rich('afterReset.security', {
        link: (text) => (
          <a href="/account/security" className="link">
            {text}
          </a>
        ),
      })}
    </p>
  )
  if (done) {
    return (
      <Panel title={t('afterReset.done')} lead={t('afterReset.doneLead')} isStep>
        <a href={goOn} className="button w-full">
          {t('afterReset.goOn')}
        </a>
        {security}
      </Panel>
    )
  }
  return (
    <Panel title={t('afterReset.title')} lead={t('afterReset.lead')} isStep>
      <form action={submitEndAll} className="grid">
        {next && <input type="hidden" name="next" value={next} />}
        <button type="submit" className="button button-danger">
          {t('afterReset.everything')}
        </button>
      </form>
      <a href={goOn} className="button w-full">
        {t('afterReset.keep')}
      </a>
      {security}
    </Panel>
  )
}
