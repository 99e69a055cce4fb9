import { ownAddress } from '@/app/(account)/own-address'
import { SignOutForm } from '@/app/(account)/sign-out/form'
import { Panel } from '@/app/ui/panel'
import { getTranslator } from '@/lib/session/locale'
import type { Person } from '@/lib/session/person'

type SignedInAlreadyProps = { person: Person; next: string | null }

export async function SignedInAlready({ person, next }: SignedInAlreadyProps) {
  const t = await getTranslator('gettingIn')
  const { name, email } = person
  return (
    <Panel title={t('already.title')} lead={t.rich('already.lead', { ...ownAddress, name, email })}>
      <div className="grid gap-3">
        <a href={next ?? '/account'} className="button">
          {t('already.go')}
        </a>
        <SignOutForm next={next} className="button button-quiet w-full" />
      </div>
    </Panel>
  )
}
