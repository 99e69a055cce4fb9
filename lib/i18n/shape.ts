import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser'

/** Every text by its full key: `frame.footer.legal`. */
export function flatten(messages: object, before = ''): Map<string, string> {
  const entries = Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? [[before + key, value]]
      : [...flatten(value, `${before}${key}.`).entries()],
  )
  return new Map(entries)
}

type Shape = { names: string[]; plurals: string[][] }

/** What a message takes from the code, and which forms its plurals have. */
export function shapeOf(elements: MessageFormatElement[]): Shape {
  const names = new Set<string>()
  const plurals: string[][] = []
  const walk = (parts: MessageFormatElement[]) => {
    for (const part of parts) {
      if (part.type === TYPE.literal || part.type === TYPE.pound) continue
      names.add(part.type === TYPE.tag ? `<${part.value}>` : part.value)
      if (part.type === TYPE.tag) walk(part.children)
      if (part.type !== TYPE.plural && part.type !== TYPE.select) continue
      if (part.type === TYPE.plural) plurals.push(Object.keys(part.options))
      for (const { value } of Object.values(part.options)) walk(value)
    }
  }
  walk(elements)
  return { names: [...names].sort(), plurals }
}
