type PagesProps = { newer: string | null; older: string | null }

/** The way through a list that is longer than a page, newest first. */
export function Pages({ newer, older }: PagesProps) {
  if (!newer && !older) return null
  return (
    <nav aria-label="Pages" className="mt-6 flex justify-between gap-4">
      {newer ? (
        <a href={newer} rel="prev" className="button button-quiet">
          Newer
        </a>
      ) : (
        <span />
      )}
      {older && (
        <a href={older} rel="next" className="button button-quiet">
          Older
        </a>
      )}
    </nav>
  )
}
