import { getFormatter, getTranslator } from '@/lib/session/locale'
import { toTime } from './day'

type LifetimeProps = { of: string | null; since: Date; until: Date | null }

/** What it is, since when, and until when it may be used. */
export async function Lifetime({ of, since, until }: LifetimeProps) {
  const t = await getTranslator('connections')
  const f = await getFormatter()
  const on = (at: Date) => ({ day: toTime(at), date: f.dateTime(at, { dateStyle: 'long' }) })
  return (
    <>
      {of && (
        <>
          <bdi>{of}</bdi> ·{' '}
        </>
      )}
      {t.rich('since', on(since))}
      {until && <> · {t.rich('until', on(until))}</>}
    </>
  )
}
