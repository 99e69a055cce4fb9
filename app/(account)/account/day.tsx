import type { ReactNode } from 'react'
import { getFormatter } from '@/lib/session/locale'

/** A day as people write it, and as machines read it. */
export async function Day({ at }: { at: Date }) {
  const { day, when } = await toDay(at)
  return when(day)
}

/** For `<when>{day}</when>` in a message. */
export async function toDay(at: Date) {
  const f = await getFormatter()
  return { day: f.dateTime(at, { dateStyle: 'long' }), when: toTime(at) }
}

/** For `<when>{at}</when>` in a message: with the hour. */
export async function toMoment(at: Date) {
  const f = await getFormatter()
  const text = f.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  return { at: `${text} UTC`, when: toTime(at) }
}

/** The same in the middle of a message: `<when>{date}</when>`. */
export const toTime = (at: Date) => (text: ReactNode) => (
  <time dateTime={at.toISOString()}>{text}</time>
)
