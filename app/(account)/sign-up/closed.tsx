import { signInHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { getTranslator } from '@/lib/session/locale'

export async function SignUpClosed({ next }: { next: string | null }) {
  const t = await getTranslator('gettingIn')
  return (
    <Panel title={t('signUp.closed.title')} lead={t('signUp.closed.lead')} isStep>
      <a href={signInHref(next)} className="button w-full">
        {t('signIn.title')}
      </a>
    </Panel>
  )
}
