const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in HTML, between tags or as an attribute's value. */
export const toEntities = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => entities[char] ?? char)
