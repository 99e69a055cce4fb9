import { toPlainName } from '@/app/interaction/[uid]/plain-name'
import { words } from '@/app/interaction/[uid]/words'
import { CatalogText } from '@/app/ui/catalog-text'
import type { Look } from '@/lib/plugin/look'
import { getFormatter, getTranslator } from '@/lib/session/locale'
import { submitApprove, submitRefuse } from './actions'
import { Changes } from './changes'
import { Facts } from './facts'
import { Frame } from './frame'

type QuestionProps = {
  look: Look
  now: NonNullable<Look['now']>
  /** It is not what the person said yes to a moment ago. */
  isNew: boolean
  back: string | null
}

/** What is asked, as it would happen at this moment. */
export async function Question({ look, now, isNew, back }: QuestionProps) {
  const t = await getTranslator('confirm')
  const { action, summary, shown, app, since } = look
  const name = toPlainName(app ?? '', t('nameless'))
  const isPossible = !('impossible' in now)
  const said = isPossible ? now.confirmation.sentence : shown?.sentence
  return (
    <Frame
      title={t.rich('asks', { ...words, name })}
      lead={since && <Since at={since} />}
      notice={isPossible && isNew ? t('again') : null}
    >
      {summary && (
        <p className="font-semibold text-brass text-sm">
          <CatalogText text={summary} />
        </p>
      )}
      {said && (
        <p lang="en" dir="auto" className="mt-1 font-semibold text-lg [overflow-wrap:anywhere]">
          {said}
        </p>
      )}
      {isPossible ? (
        <>
          <Changes differences={now.differences} then={shown} now={now.confirmation} />
          <Facts confirmation={now.confirmation} />
        </>
      ) : (
        <Impossible why={now.impossible} />
      )}
      {action.expiresAt && <Until at={action.expiresAt} />}
      <Answers id={action.id} seen={isPossible ? now.seen : null} back={back} />
    </Frame>
  )
}

async function Since({ at }: { at: Date }) {
  const t = await getTranslator('confirm')
  const f = await getFormatter()
  return t('since', { day: f.dateTime(at, { dateStyle: 'long' }) })
}

async function Until({ at }: { at: Date }) {
  const t = await getTranslator('confirm')
  const f = await getFormatter()
  const moment = f.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })
  return <p className="mt-4 text-soft text-sm">{t('until', { moment })}</p>
}

async function Impossible({ why }: { why: string }) {
  const t = await getTranslator('confirm')
  return (
    <div className="mt-5 rounded-lg bg-brass-tint px-4 py-3 text-brass [overflow-wrap:anywhere]">
      <p className="font-semibold">{t('impossible')}</p>
      <p lang="en" dir="auto">
        {why}
      </p>
    </div>
  )
}

type AnswersProps = {
  id: string
  /** Null where there is nothing to say yes to. */
  seen: string | null
  back: string | null
}

async function Answers({ id, seen, back }: AnswersProps) {
  const t = await getTranslator('confirm')
  return (
    <div className={`mt-6 grid gap-3 ${seen ? 'grid-cols-2' : ''}`}>
      <form action={submitRefuse} className="grid">
        <input type="hidden" name="id" value={id} />
        {back && <input type="hidden" name="back" value={back} />}
        <button type="submit" className="button button-quiet">
          {t('refuse')}
        </button>
      </form>
      {seen && (
        <form action={submitApprove} className="grid">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="seen" value={seen} />
          {back && <input type="hidden" name="back" value={back} />}
          <button type="submit" className="button">
            {t('approve')}
          </button>
        </form>
      )}
    </div>
  )
}
