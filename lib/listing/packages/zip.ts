import { zipSync } from 'fflate'

/** Path in the package → content. */
export type Files = Record<string, Uint8Array>

/** The same files give the same bytes, on every day and in every time zone. */
export function toZip(files: Files): Uint8Array {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))
  // Local time: what a zip stores has no zone (APPNOTE 4.4.6).
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: new Date(1980, 0, 1) })
}

export const toJsonFile = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)
