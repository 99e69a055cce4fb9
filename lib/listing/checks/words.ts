/** What a person reads in a page: not its script, and not the frame that every page has. */
export function toWords(html: string): string {
  const [, main] = /<main\b[^>]*>([\s\S]*?)<\/main>/i.exec(html) ?? []
  return (main ?? html)
    .replace(/<(script|style|head)[\s>][\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
