import { ActionForm } from '@/app/ui/action-form'
import { CatalogText } from '@/app/ui/catalog-text'
import { Choices } from '@/app/ui/choices'
import { Field } from '@/app/ui/field'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { titleOf } from '@/lib/connections/connections'
import { keyLifetimes } from '@/lib/keys/keys'
import { getTranslator } from '@/lib/session/locale'
import { submitKey } from './actions'
import { grantable } from './grantable'
import { NewKey } from './new-key'

export async function KeyForm() {
  const t = await getTranslator('keys')
  const words = { copy: t('made.copy'), copied: t('made.copied'), notCopied: t('made.notCopied') }
  return (
    <ActionForm act={submitKey} className="mt-4 max-w-md space-y-5">
      <NewKey title={t('made.title')} label={t('made.label')} words={words} />
      <FormErrors />
      <Field
        name="name"
        label={t('new.name')}
        hint={t('new.hint')}
        maxLength={60}
        autoComplete="off"
      />
      <Choices
        type="checkbox"
        name="scopes"
        legend={t('new.may')}
        options={grantable.map((scope) => ({
          value: scope,
          text: <CatalogText text={titleOf(scope)} />,
        }))}
      />
      <Choices
        type="radio"
        name="days"
        legend={t('new.length')}
        options={keyLifetimes.map((count) => ({
          value: String(count),
          text: t('new.days', { count }),
        }))}
        chosen={['90']}
        className="flex flex-wrap gap-x-6"
      />
      <SubmitButton className="button">{t('new.make')}</SubmitButton>
    </ActionForm>
  )
}
