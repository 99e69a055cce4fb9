import type { ReactNode } from 'react'
import { getFormatter } from '@/lib/session/locale'

/** A day as people write it, and as machines read it. */
export async function Day({ at }: { at: Date }) {
  const f = await getFormatter()
  return toTime(at)(f.dateTime(at, { dateStyle: 'long' }))
}

/** The same in the middle of a message: `<day>{date}</day>`. */
export const toTime = (at: Date) => (text: ReactNode) => (
  <time dateTime={at.toISOString()}>{text}</time>
)
