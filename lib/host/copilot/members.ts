import { isObject, type JsonObject, own } from '../json'
import type { Report } from '../problems'

/** A member that the schema does not know makes the manifest invalid. */
export function refuseUnknown(
  object: JsonObject,
  { known, where }: { known: readonly string[]; where: string },
  report: Report,
): void {
  const unknown = Object.keys(object).find((member) => !known.includes(member))
  if (unknown !== undefined) report.refuse('agent_unknown', { where: `${where}: ${unknown}` })
}

const longest = 4096

/** Whatever stands where: in a loop, as the manifest may be nested. */
export function refuseLongTexts(json: JsonObject, report: Report): void {
  const left: { value: unknown; where: string }[] = [{ value: json, where: '' }]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, where } = next
    if (typeof value === 'string' && value.length > longest) {
      report.refuse('agent_text_too_long', { where })
    }
    if (typeof value !== 'object' || value === null) continue
    for (const [key, member] of Object.entries(value)) {
      left.push({ value: member, where: where === '' ? key : `${where}.${key}` })
    }
  }
}

/** The objects of a list that the manifest may leave out. */
export function objectsIn(json: JsonObject, field: string, report: Report): JsonObject[] {
  const list = own(json, field) ?? []
  if (!Array.isArray(list) || !list.every(isObject)) {
    return report.refuse('agent_field', { where: field })
  }
  return list
}
