import { readHtml } from '@/lib/read-html'

const unread = new Set(['script', 'style', 'head'])

/** What a person reads in a page: not its script, and not the frame that every page has. */
export function toWords(html: string): string {
  const said = { all: [] as string[], main: [] as string[] }
  let hidden = 0
  let inMain = 0
  readHtml(html, () => ({
    onopentag(name) {
      if (unread.has(name)) hidden += 1
      if (name === 'main') inMain += 1
    },
    ontext(text) {
      if (hidden > 0) return
      said.all.push(text)
      if (inMain > 0) said.main.push(text)
    },
    onclosetag(name) {
      if (unread.has(name)) hidden -= 1
      if (name === 'main') inMain -= 1
      said.all.push(' ')
      said.main.push(' ')
    },
  }))
  const words = said.main.join('').trim() ? said.main : said.all
  return words.join('').replace(/\s+/g, ' ').trim()
}
