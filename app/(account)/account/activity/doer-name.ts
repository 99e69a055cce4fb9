import { toPlainName } from '@/app/interaction/[uid]/plain-name'
import type { Doer } from '@/lib/account/activity'
import { getTranslator } from '@/lib/session/locale'

/** What an app or key is called where no markup can keep its name apart from the words around. */
export async function toDoerName(doer: Doer | null): Promise<string> {
  const t = await getTranslator('activity')
  if (!doer) return t('gone')
  const nameless = (await getTranslator('consent'))('nameless')
  const name = isolate(toPlainName(doer.name, nameless))
  return doer.hint ? t('key', { name, hint: isolate(doer.hint) }) : name
}

const isolate = (text: string): string => `\u2068${text}\u2069`
