import { readHtml } from '@/lib/read-html'

export type OpenGraph = {
  siteName: string | null
  title: string | null
  description: string | null
  imageUrl: string | null
}

const longest = { siteName: 60, title: 150, description: 300, imageUrl: 2000 } as const

/** The OpenGraph tags of a page (§1.4); its own title and description where they are missing. */
export function readOpenGraph(html: string, url: string): OpenGraph {
  const tags = new Map<string, string>()
  let title = ''
  let isInTitle = false
  readHtml(html, (stop) => ({
    onopentag(name, attributes) {
      if (name === 'title') isInTitle = title === ''
      const key = (attributes.property ?? attributes.name ?? '').toLowerCase()
      if (name !== 'meta' || attributes.content === undefined || tags.has(key)) return
      tags.set(key, attributes.content)
    },
    ontext(text) {
      if (isInTitle) title += text
    },
    onclosetag(name) {
      if (name === 'title') isInTitle = false
      if (name === 'head') stop()
    },
  }))
  const text = (key: string, length: number): string | null =>
    tags.get(key)?.replace(/\s+/g, ' ').trim().slice(0, length) || null
  const image = text('og:image', longest.imageUrl)
  const imageUrl = image !== null && URL.canParse(image, url) ? new URL(image, url) : null
  return {
    siteName: text('og:site_name', longest.siteName),
    title: text('og:title', longest.title) ?? (title.trim().slice(0, longest.title) || null),
    description:
      text('og:description', longest.description) ?? text('description', longest.description),
    imageUrl: imageUrl !== null && /^https?:$/.test(imageUrl.protocol) ? imageUrl.href : null,
  }
}
