import { toTyped } from '../form-input'
import { type JsonObject, own } from '../json'

/** A text of the manifest, without its Markdown, and with what is sent for its names (hosts.md §5.1). */
export const fillIn = (text: string, input: JsonObject): string =>
  withoutMarks(text).replace(/\{\{\s*function\.parameters\.(\w+)\s*\}\}/g, (_, name) =>
    toTyped(own(input, name)),
  )

const withoutMarks = (text: string): string =>
  text.replaceAll('**', '').replace(/^[ \t]*[*-] /gm, '• ')
