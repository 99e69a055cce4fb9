import { ActionForm } from '@/app/ui/action-form'
import { CatalogText } from '@/app/ui/catalog-text'
import { Field } from '@/app/ui/field'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import type { AskChoice } from '@/lib/held-actions'
import { getTranslator } from '@/lib/session/locale'
import { submitRule } from './actions'
import { CurrencyField, Radio } from './inputs'
import { currencies, toText } from './money'

type RuleFormProps = { connection: string; choice: AskChoice }

/** When the person is asked about one operation. */
export async function RuleForm({ connection, choice }: RuleFormProps) {
  const { operation, summary, modes, rule } = choice
  const t = await getTranslator('asking')
  const title = (
    <h2 id={`rule-${operation}`} className="text-xl">
      <CatalogText text={summary} />
    </h2>
  )
  if (modes.length === 1) {
    return (
      <>
        {title}
        <p className="mt-2 text-soft">{t('destroys')}</p>
      </>
    )
  }
  return (
    <>
      {title}
      <ActionForm act={submitRule} className="mt-4 space-y-4">
        <input type="hidden" name="connection" value={connection} />
        <input type="hidden" name="operation" value={operation} />
        <FormErrors />
        <fieldset aria-describedby={`rule-${operation}`}>
          <legend className="font-medium">{t('ask')}</legend>
          {modes.map((mode) => (
            <Radio
              key={mode}
              name="mode"
              value={mode}
              chosen={rule?.mode ?? 'always'}
              title={t(`mode.${mode}.title`)}
              detail={t(`mode.${mode}.detail`)}
            />
          ))}
        </fieldset>
        {modes.includes('above') && (
          <div className="grid items-end gap-4 sm:grid-cols-2">
            <Field
              name={`above-${operation}`}
              label={t('amount')}
              inputMode="decimal"
              autoComplete="off"
              required={false}
              defaultValue={rule?.mode === 'above' ? toText(rule.above, rule.currency) : ''}
            />
            <CurrencyField
              name={`currency-${operation}`}
              label={t('currency')}
              currencies={currencies}
              chosen={rule?.currency}
            />
          </div>
        )}
        <SubmitButton className="button">{t('save')}</SubmitButton>
      </ActionForm>
    </>
  )
}
