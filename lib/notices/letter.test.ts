import { expect, it } from 'vitest'
import { type NoticeKind, noticeKinds } from './kinds'
import { toNoticeLetter } from './letter'

const kinds = Object.keys(noticeKinds) as NoticeKind[]

it.each(kinds)('a mail about %s leads nowhere but to this site', (kind) => {
  process.env.APP_ORIGIN = ''
  const letter = toNoticeLetter(kind, 'Claude', new Date())
  const hosts = [...JSON.stringify(letter).matchAll(/https?:\/\/[^/"\s]+/g)].map(([host]) => host)
  expect(new Set(hosts)).toEqual(new Set(letter ? ['http://localhost:3000'] : []))
  expect((letter?.subject ?? '').length).toBeLessThan(60)
  expect(JSON.stringify(letter)).not.toContain('{}')
})
