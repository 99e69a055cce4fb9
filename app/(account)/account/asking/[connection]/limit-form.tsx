import { ActionForm } from '@/app/ui/action-form'
import { Field } from '@/app/ui/field'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import type { SpendingLimit } from '@/lib/confirmations/limits'
import { getTranslator } from '@/lib/session/locale'
import { submitLimit } from './actions'
import { CurrencyField } from './inputs'
import { currencies, toText } from './money'

type LimitFormProps = { connection: string; limit: SpendingLimit | null }

/** What it may do in a day, whatever the person says yes to. */
export async function LimitForm({ connection, limit }: LimitFormProps) {
  const t = await getTranslator('asking')
  const { dailyWrites = null, dailyAmount = null, currency = null } = limit ?? {}
  return (
    <>
      <h2 className="text-xl">{t('limit.title')}</h2>
      <p className="mt-2 text-soft">{t('limit.lead')}</p>
      <ActionForm act={submitLimit} className="mt-4 space-y-4">
        <input type="hidden" name="connection" value={connection} />
        <FormErrors />
        <Field
          name="dailyWrites"
          label={t('limit.writes')}
          inputMode="numeric"
          autoComplete="off"
          required={false}
          defaultValue={dailyWrites === null ? '' : String(dailyWrites)}
        />
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <Field
            name="dailyAmount"
            label={t('limit.amount')}
            inputMode="decimal"
            autoComplete="off"
            required={false}
            defaultValue={dailyAmount === null ? '' : toText(dailyAmount, currency ?? 'EUR')}
          />
          <CurrencyField
            name="dailyCurrency"
            label={t('currency')}
            currencies={currencies}
            chosen={currency}
          />
        </div>
        <SubmitButton className="button">{t('save')}</SubmitButton>
      </ActionForm>
    </>
  )
}
