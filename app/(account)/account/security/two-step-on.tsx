import type { ReactNode } from 'react'
import { toDay } from '@/app/(account)/account/day'
import type { getSecondFactors } from '@/lib/people/second-factor'
import { getTranslator } from '@/lib/session/locale'
import { submitTurnOff } from './actions'

type TwoStepOnProps = {
  factors: Awaited<ReturnType<typeof getSecondFactors>>
  mayChange: boolean
  /** For whoever has no authenticator app yet. */
  setUp: ReactNode
}

export async function TwoStepOn({ factors, mayChange, setUp }: TwoStepOnProps) {
  const { authenticator, recoveryCodes: count } = factors
  const since = authenticator?.confirmedAt
  const used = authenticator?.lastUsedAt
  const t = await getTranslator('security')
  return (
    <>
      <p className="font-semibold">{t('twoStep.on')}</p>
      <p className="text-soft">
        {since ? t.rich('twoStep.app', await toDay(since)) : t('twoStep.passkey')}{' '}
        {used && t.rich('twoStep.appUsed', await toDay(used))} {t('twoStep.codesLeft', { count })}
      </p>
      {mayChange && (
        <div className="mt-4 flex flex-wrap gap-3">
          {!authenticator && setUp}
          <a href="/account/security/recovery-codes" className="button button-quiet">
            {t('twoStep.newCodes')}
          </a>
          <form action={submitTurnOff}>
            <button type="submit" className="button button-danger">
              {t('twoStep.turnOff')}
            </button>
          </form>
        </div>
      )}
    </>
  )
}
