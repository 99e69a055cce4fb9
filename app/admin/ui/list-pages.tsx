import { type Asking, exportHref, hrefOf } from './asking'

type ListPagesProps = { asking: Asking; next: string | null; hasExport: boolean }

/** The way through a list: on, back to its beginning, and all of it as a file. */
export function ListPages({ asking, next, hasExport }: ListPagesProps) {
  if (!next && !asking.after && !hasExport) return null
  return (
    <nav aria-label="Pages" className="mt-4 flex flex-wrap items-center gap-3">
      {asking.after && (
        <a href={hrefOf(asking)} className="button button-quiet button-small">
          First page
        </a>
      )}
      {next && (
        <a
          href={hrefOf(asking, { after: next })}
          rel="next"
          className="button button-quiet button-small"
        >
          Next page
        </a>
      )}
      {hasExport && (
        <a href={exportHref(asking)} download className="link ms-auto text-sm">
          Download as CSV
        </a>
      )}
    </nav>
  )
}
