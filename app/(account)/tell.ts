import { explain, type Wrong } from '@/lib/i18n/problem'
import { getTranslator } from '@/lib/session/locale'

/** What is wrong with a form, in the reader's language. */
export const tell = async (errors: Record<string, Wrong | undefined>) =>
  explain(errors, await getTranslator('errors'))
