import type { ReactNode } from 'react'
import { signInHref, signUpHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { directionOf } from '@/lib/i18n/locales'
import { getLocale, getTranslator } from '@/lib/session/locale'

type SignInFirstProps = { title?: string; why: ReactNode; next: string }

/** Links, not a redirect: Next's answers a GET with 307, which these pages must not. */
export async function SignInFirst({ title, why, next }: SignInFirstProps) {
  const t = await getTranslator('frame')
  const locale = await getLocale()
  return (
    <Panel title={title ?? t('signInFirst.title')} lead={why} isStep>
      <div lang={locale} dir={directionOf(locale)} className="grid gap-3 sm:grid-cols-2">
        <a href={signInHref(next)} className="button">
          {t('signIn')}
        </a>
        <a href={signUpHref(next)} className="button button-quiet">
          {t('createAccount')}
        </a>
      </div>
    </Panel>
  )
}
