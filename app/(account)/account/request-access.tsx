import { longestNote, readRequest } from '@/lib/release/requests'
import { getTranslator } from '@/lib/session/locale'
import { submitRequestAccess } from './access-actions'

/** How a person who is not let in asks to be, once. */
export async function RequestAccess({ accountId }: { accountId: string }) {
  const t = await getTranslator('release')
  const state = await readRequest(accountId)
  if (state) {
    return (
      <p role="status" className="rounded-lg bg-tint px-4 py-3 font-medium">
        {t(state)}
      </p>
    )
  }
  return (
    <form action={submitRequestAccess} className="space-y-4">
      <p>{t('ask')}</p>
      <div>
        <label htmlFor="note" className="font-medium">
          {t('note')}
        </label>
        <p id="note-hint" className="text-soft text-sm">
          {t('noteHint', { count: longestNote })}
        </p>
        <textarea
          id="note"
          name="note"
          rows={3}
          maxLength={longestNote}
          dir="auto"
          aria-describedby="note-hint"
          className="mt-1.5 block w-full rounded-lg border border-edge bg-surface px-3 py-2"
        />
      </div>
      <button type="submit" className="button w-full">
        {t('request')}
      </button>
    </form>
  )
}
