import { Lexer, LineCounter, parseDocument as parseYaml } from 'yaml'
import { isObject, type JsonObject } from '../json'
import type { Report } from '../problems'

/** JSON, or YAML where that is allowed, as an object that is safe to walk. */
export function parseDocument(
  text: string,
  where: string,
  report: Report,
  { yaml }: { yaml: boolean },
): JsonObject {
  const plain = text.replace(/^\ufeff/, '')
  const isJson = !yaml || /^\s*[{[]/.test(plain)
  const value = isJson ? readJson(plain, where, report) : readYaml(plain, where, report)
  if (!isObject(value)) return report.refuse('not_object', { where })
  requireSafe(value, where, report)
  return value
}

function readJson(text: string, where: string, report: Report): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return report.refuse('not_json', { where })
  }
}

// YAML 1.2 §5.1: what is not printable. A tab, a line feed and a carriage return are.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unprintable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]/

function readYaml(text: string, where: string, report: Report): unknown {
  const stray = unprintable.exec(text)
  if (stray) {
    const code = stray[0].charCodeAt(0).toString(16).padStart(4, '0')
    const line = text.slice(0, stray.index).split('\n').length
    report.refuse('control_character', { where: `${where}, line ${line}: U+${code.toUpperCase()}` })
  }
  if (/^[ ]{400}/m.test(text) || mostNested(text) > mostDeep) report.refuse('too_deep', { where })
  if (isTooMuch(text)) report.refuse('too_many_parts', { where })
  try {
    const lines = new LineCounter()
    const document = parseYaml(text, { prettyErrors: false, lineCounter: lines })
    const [error] = document.errors
    if (error) {
      const { line } = lines.linePos(error.pos[0])
      return report.refuse('not_yaml', { where: `${where}, line ${line}: ${error.code}` })
    }
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    // The reader says so by a ReferenceError only: a name that is used more often than is sane.
    if (error instanceof ReferenceError) return report.refuse('yaml_aliases', { where })
    if (error instanceof RangeError) return report.refuse('too_deep', { where })
    throw error
  }
}

/** How deep brackets go: the reader of YAML descends by recursion. */
function mostNested(text: string): number {
  let depth = 0
  let most = 0
  for (const char of text) {
    if (char === '[' || char === '{') most = Math.max(most, ++depth)
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1)
  }
  return most
}

export const mostDeep = 100
const mostParts = 100_000
/** Of YAML, whose reader takes some 10 µs for each, right or wrong: nobody else waits longer. */
const mostTokens = 150_000

function isTooMuch(yaml: string): boolean {
  let tokens = 0
  for (const _ of new Lexer().lex(yaml)) if (++tokens > mostTokens) return true
  return false
}

/** No member that is no member, not too deep, not too much: in a loop, for recursion is what it fears. */
export function requireSafe(root: JsonObject, where: string, report: Report): void {
  const left: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }]
  for (let parts = 0; left.length > 0; parts += 1) {
    const { value, depth } = left.pop() as { value: unknown; depth: number }
    if (parts > mostParts) report.refuse('too_many_parts', { where })
    if (typeof value !== 'object' || value === null) continue
    if (depth > mostDeep) report.refuse('too_deep', { where })
    if (Object.hasOwn(value, '__proto__')) report.refuse('hostile_key', { where })
    for (const member of Object.values(value)) left.push({ value: member, depth: depth + 1 })
  }
}
