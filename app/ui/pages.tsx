import { getTranslator } from '@/lib/session/locale'

type PagesProps = { newer: string | null; older: string | null }

/** The way through a list that is longer than a page, newest first. */
export async function Pages({ newer, older }: PagesProps) {
  const t = await getTranslator('frame')
  if (!newer && !older) return null
  return (
    <nav aria-label={t('pages.label')} className="mt-6 flex justify-between gap-4">
      {newer ? (
        <a href={newer} rel="prev" className="button button-quiet">
          {t('pages.newer')}
        </a>
      ) : (
        <span />
      )}
      {older && (
        <a href={older} rel="next" className="button button-quiet">
          {t('pages.older')}
        </a>
      )}
    </nav>
  )
}
