import { SignOutForm } from '@/app/(account)/sign-out/form'
import { words } from '@/app/interaction/[uid]/words'
import { Panel } from '@/app/ui/panel'
import { getTranslator } from '@/lib/session/locale'
import type { Person } from '@/lib/session/person'

/** Somebody else's, or nobody's: which of the two is not told. */
export async function NotYours({ person, next }: { person: Person; next: string }) {
  const t = await getTranslator('confirm')
  const { name, email } = person
  return (
    <Panel title={t('notYours.title')} lead={t('notYours.lead')}>
      <p className="[overflow-wrap:anywhere]">
        {t.rich('notYours.signedIn', { ...words, name, email })}
      </p>
      <SignOutForm next={next} text={t('notYours.another')} className="button w-full" />
      <a href="/account" className="button button-quiet w-full">
        {t('account')}
      </a>
    </Panel>
  )
}
