import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { watchLog } from '@/lib/testing/logged'
import { startMailServer } from '@/lib/testing/mail-server'
import type { Letter } from './letter'

const refuse: { reply?: string } = {}
const server = await startMailServer(refuse)
process.env.SMTP_URL = server.url
const { send } = await import('./send')
const { findMailTrouble } = await import('./trouble')

const letter: Letter = { locale: 'en', subject: 'News', paragraphs: ['All is well.'] }
const sendTo = (email: string) => send(email, () => letter).catch((error: Error) => error.message)

beforeEach(async () => {
  await db().mailTrouble.deleteMany()
})

afterAll(async () => {
  await server.stop()
  await disconnect()
})

test('what the server refuses is counted without a name, and forgotten once it takes a mail', async () => {
  refuse.reply = '554 5.7.1 ada@example.com: relay access denied'
  expect(await sendTo('ada@example.com')).toBe(
    'The mail server: it refuses what is sent (EMESSAGE 554)',
  )
  await sendTo('ada@example.com')
  const trouble = await findMailTrouble()
  expect(trouble).toMatchObject({ code: 'EMESSAGE', status: 554, mails: 2 })
  expect(JSON.stringify(await db().mailTrouble.findMany())).not.toContain('ada')
  refuse.reply = undefined
  await sendTo('ada@example.com')
  expect(await findMailTrouble()).toBeNull()
  expect(server.received.splice(0)).toHaveLength(1)
})

test('a mailbox that is not there is no trouble of ours', async () => {
  refuse.reply = '550 5.1.1 no such user'
  expect(await sendTo('nobody@example.com')).toContain('550')
  expect(await findMailTrouble()).toBeNull()
})

test('a server that nobody reaches is said to be that, after three tries', async () => {
  const gone = await startMailServer()
  await gone.stop()
  vi.resetModules()
  process.env.SMTP_URL = gone.url
  const { send: sendNowhere } = await import('./send')
  await expect(sendNowhere('ada@example.com', () => letter)).rejects.toThrow('nothing answers at')
  expect(await findMailTrouble()).toMatchObject({ code: 'ESOCKET', status: 0, mails: 1 })
})

test('a mail arrives also where nothing can be noted', async () => {
  refuse.reply = undefined
  await disconnect()
  vi.resetModules()
  Object.assign(process.env, {
    SMTP_URL: server.url,
    DATABASE_URL: 'postgresql://127.0.0.1:1/none',
  })
  const logged = watchLog()
  const { send: sendAlone } = await import('./send')
  await sendAlone('ada@example.com', () => letter)
  expect(server.received.at(-1)?.subject).toBe('News')
  expect(logged.text()).toContain('mail trouble not noted')
})
