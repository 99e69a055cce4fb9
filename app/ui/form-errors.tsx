import { AnswerErrors } from '@/app/ui/answer-errors'
import { getTranslator } from '@/lib/session/locale'

/** All that is wrong with an ActionForm, above its fields. */
export async function FormErrors() {
  const t = await getTranslator('frame')
  return <AnswerErrors title={t('form.correct')} />
}
