import type { getSecondFactors } from '@/lib/people/second-factor'
import { getTranslator } from '@/lib/session/locale'
import { submitAuthenticatorStart } from './actions'
import { TwoStepOn } from './two-step-on'

type TwoStepSectionProps = {
  factors: Awaited<ReturnType<typeof getSecondFactors>>
  mayChange: boolean
}

export async function TwoStepSection({ factors, mayChange }: TwoStepSectionProps) {
  const t = await getTranslator('security')
  return (
    <section aria-labelledby="two-step" className="mt-12">
      <h2 id="two-step" className="text-2xl">
        {t('twoStep.title')}
      </h2>
      <p className="mt-2 text-soft">{t('twoStep.lead')}</p>
      <div className="card mt-6 p-6">
        {factors.on ? (
          <TwoStepOn factors={factors} mayChange={mayChange} setUp={<SetUpApp />} />
        ) : (
          <Off factors={factors} mayChange={mayChange} />
        )}
      </div>
    </section>
  )
}

async function Off({ factors: { passkeys, hasPassword }, mayChange }: TwoStepSectionProps) {
  const t = await getTranslator('security')
  return (
    <>
      <p className="font-semibold">{t('twoStep.off')}</p>
      <p className="text-soft">
        {t(hasPassword ? 'twoStep.offLead' : 'twoStep.offLeadNoPassword')}
      </p>
      {mayChange && (
        <div className="mt-4 flex flex-wrap gap-3">
          <SetUpApp />
          {passkeys > 0 && (
            <a href="/account/security/recovery-codes?ask=passkey" className="button button-quiet">
              {t('twoStep.ask')}
            </a>
          )}
        </div>
      )}
    </>
  )
}

async function SetUpApp() {
  const t = await getTranslator('security')
  return (
    <form action={submitAuthenticatorStart}>
      <button type="submit" className="button">
        {t('twoStep.setUp')}
      </button>
    </form>
  )
}
