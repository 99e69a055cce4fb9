import { mayPlay } from '@/app/playground/player'
import { SiteLogo } from '@/app/ui/site-logo'
import type { Translator } from '@/lib/i18n/translate'
import { getListing } from '@/lib/listing/listing'
import { countNews } from '@/lib/news'
import { getTranslator } from '@/lib/session/locale'
import { getPerson, type Person } from '@/lib/session/person'

// Plain links: a whole page weighs less here than the script that would save loading it.
export async function SiteHeader() {
  const person = await getPerson()
  const { name } = await getListing()
  const t = await getTranslator('frame')
  return (
    <header className="border-line border-b bg-surface">
      <div className="frame mx-auto flex h-16 items-center gap-3 px-4 sm:gap-4 sm:px-6">
        <a
          href="/"
          className="me-auto flex items-center gap-2 font-semibold text-lg tracking-tight"
        >
          <SiteLogo />
          {name}
        </a>
        <nav aria-label={t('site')} className="flex min-w-0 items-center gap-4 text-sm sm:gap-6">
          <a href="/connect" className="hover:text-brand hover:underline max-sm:hidden">
            {t('connect')}
          </a>
          <a href="/docs" className="hover:text-brand hover:underline max-[25rem]:hidden">
            {t('docs')}
          </a>
          {(await mayPlay(person)) && (
            <a href="/playground" className="hover:text-brand hover:underline max-md:hidden">
              {t('playground')}
            </a>
          )}
          {person ? <SignedInLinks person={person} t={t} /> : <SignedOutLinks t={t} />}
        </nav>
      </div>
    </header>
  )
}

type LinksProps = { t: Translator<'frame'> }

async function SignedInLinks({ person, t }: LinksProps & { person: Person }) {
  const news = await countNews(person.id)
  const isStaff = person.role !== 'member'
  return (
    <>
      <bdi className={`max-w-24 truncate text-soft sm:max-w-48 ${isStaff ? 'max-sm:hidden' : ''}`}>
        {person.name}
      </bdi>
      {isStaff && (
        <a href="/admin" className="hover:text-brand hover:underline">
          {t('dashboard')}
        </a>
      )}
      <a href="/account" className="button button-quiet button-small">
        {t('account')}
        {news > 0 && (
          <span className="rounded-full bg-brand px-2 text-on-brand text-xs">
            {news > 9 ? '9+' : news}
            <span className="sr-only"> {t('news')}</span>
          </span>
        )}
      </a>
    </>
  )
}

function SignedOutLinks({ t }: LinksProps) {
  return (
    <div className="signed-out-links flex items-center gap-4 sm:gap-6">
      <a href="/sign-in" className="whitespace-nowrap hover:text-brand hover:underline">
        {t('signIn')}
      </a>
      <a href="/sign-up" className="button button-small whitespace-nowrap max-sm:px-2.5">
        {t('createAccount')}
      </a>
    </div>
  )
}
