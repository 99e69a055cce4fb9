import type { listPasskeys } from '@/lib/people/passkeys'
import { getTranslator } from '@/lib/session/locale'
import { AddPasskey } from './add-passkey'
import { PasskeyCard } from './passkey-card'

type PasskeySectionProps = {
  passkeys: Awaited<ReturnType<typeof listPasskeys>>
  mayChange: boolean
}

export async function PasskeySection({ passkeys, mayChange }: PasskeySectionProps) {
  const t = await getTranslator('security')
  return (
    <section aria-labelledby="passkeys" className="mt-10">
      <h2 id="passkeys" className="text-2xl">
        {t('passkeys.title')}
      </h2>
      <p className="mt-2 text-soft">{t('passkeys.lead')}</p>
      {passkeys.length > 0 && (
        <ul className="mt-6 space-y-4">
          {passkeys.map((passkey) => (
            <PasskeyCard key={passkey.id} passkey={passkey} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {mayChange && <AddPasskey />}
    </section>
  )
}
