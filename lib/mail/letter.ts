import { toEntities } from '@/lib/entities'
import { directionOf, type Locale } from '@/lib/i18n/locales'
import { translate } from '@/lib/i18n/translate'

/** A mail before it is text and HTML. Nothing in it may be a stranger's words: anybody can have one sent. */
export type Letter = {
  locale: Locale
  subject: string
  paragraphs: string[]
  /** The one thing to do. */
  button?: { text: string; href: string }
  /** What to know besides; in small print. */
  notes?: string[]
}

/** `product` is what the plugin is called when the letter goes. */
export type Writing = (product: string) => Letter

export function toText({ paragraphs, button, notes = [] }: Letter, product: string): string {
  const action = button ? [`${button.text}:\n${button.href}`] : []
  return `${[...paragraphs, ...action, ...notes, `-- \n${product}`].join('\n\n')}\n`
}

/** Tables and inline styles: that is what mail programs read. */
export function toHtml(letter: Letter, product: string): string {
  const { locale, subject, paragraphs, button, notes = [] } = letter
  const way = `lang="${locale}" dir="${directionOf(locale)}"`
  const small = notes.map((note) => p(note, 'margin:16px 0 0;font-size:14px;color:#515f59'))
  return `<!doctype html>
<html ${way}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${toEntities(subject)}</title></head>
<body style="margin:0;padding:0;background:#f5f7f4">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f5f7f4"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;background:#ffffff;border:1px solid #dbe2dc;border-radius:16px"><tr><td ${way} style="padding:32px;font:16px/1.6 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#14201b">
<p style="margin:0 0 8px;font-weight:600;color:#0f5a46">${toEntities(product)}</p>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.25">${toEntities(subject)}</h1>
${paragraphs.map((text) => p(text, 'margin:0 0 16px')).join('\n')}
${button ? toButton(button, translate(locale, 'letters')('copy')) : ''}
${small.join('\n')}
</td></tr></table>
</td></tr></table>
</body></html>`
}

const p = (text: string, style: string): string => `<p style="${style}">${toEntities(text)}</p>`

function toButton({ text, href }: NonNullable<Letter['button']>, copy: string): string {
  const address = toEntities(href)
  return `<p style="margin:24px 0"><a href="${address}" style="display:inline-block;padding:12px 20px;border-radius:10px;background:#0f5a46;color:#ffffff;font-weight:600;text-decoration:none">${toEntities(text)}</a></p>
<p style="margin:0;font-size:14px;color:#515f59;word-break:break-all">${toEntities(copy)} <a dir="ltr" href="${address}" style="color:#0f5a46">${address}</a></p>`
}
