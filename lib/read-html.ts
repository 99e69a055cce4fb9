import { type Handler, Parser } from 'htmlparser2'

/** Tags in each other; no page that people read goes deeper, and the parser takes the square of it. */
const deepest = 500

/** Reads the HTML of a stranger, up to where `handler` says that it has enough or it goes too deep. */
export function readHtml(html: string, handler: (stop: () => void) => Partial<Handler>): void {
  const { onopentag, onclosetag, ...rest } = handler(() => parser.pause())
  let depth = 0
  const parser = new Parser({
    ...rest,
    onopentag(...tag) {
      depth += 1
      if (depth > deepest) return parser.pause()
      onopentag?.(...tag)
    },
    onclosetag(...tag) {
      depth -= 1
      onclosetag?.(...tag)
    },
  })
  parser.end(html)
}
