import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchLog } from '@/lib/testing/logged'
import { startMailServer } from '@/lib/testing/mail-server'
import type { Letter } from './letter'

vi.mock('./trouble')

const letter: Letter = {
  locale: 'en',
  subject: 'Grüße & more',
  paragraphs: ['Ein Satz, der länger ist als eine Zeile: 正しい馬電池ホチキスの夜.'],
  button: { text: 'Look', href: `http://localhost:3000/look/${'a'.repeat(90)}?b=1&c=2` },
}

// The environment is read once a module graph.
beforeEach(() => {
  vi.resetModules()
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'mail-'))
  Object.assign(process.env, { APP_ORIGIN: '', SMTP_URL: '' })
})
afterEach(() => vi.restoreAllMocks())

it('is text and HTML by SMTP, and the link survives', async () => {
  const server = await startMailServer()
  process.env.SMTP_URL = server.url
  const { send } = await import('./send')
  await send('ada@example.com', () => letter)
  expect(server.received).toHaveLength(1)
  const [mail] = server.received
  expect(mail).toMatchObject({ to: 'ada@example.com', from: 'Stays <no-reply@localhost>' })
  expect(mail?.text).toContain(letter.button?.href)
  expect(mail?.html).toContain(letter.button?.href.replace('&', '&amp;'))
  expect(mail?.text).toContain('ホチキス')
  await server.stop()
})

it('tries again what was refused for now, and not what was refused for good', async () => {
  const refuse: { reply?: string } = { reply: '550 5.1.1 no ada@example.com here' }
  const server = await startMailServer(refuse)
  process.env.SMTP_URL = server.url
  const { behind, mailsSent, send } = await import('./send')
  const logged = watchLog()
  behind(() => send('ada@example.com', () => letter))
  await mailsSent()
  expect(logged.lines()).toHaveLength(1)
  expect(logged.text()).toContain('550')
  expect(logged.text()).not.toContain('ada@')
  refuse.reply = '451 later'
  const sent = send('ada@example.com', () => letter)
  setTimeout(() => {
    refuse.reply = undefined
  }, 300)
  await sent
  expect(server.received).toHaveLength(1)
  await server.stop()
})

it('stays in the outbox of this machine without SMTP, newest first', async () => {
  const { send } = await import('./send')
  const { readOutbox } = await import('./outbox')
  await send('ada@example.com', () => letter)
  await send('bob@example.com', () => letter)
  expect((await readOutbox()).map(({ to }) => to)).toEqual(['bob@example.com', 'ada@example.com'])
})

it('is not sent, shown or written anywhere on a deployed site without SMTP', async () => {
  process.env.APP_ORIGIN = 'https://stays.example'
  process.env.APP_SECRET = 'thirty-two characters and a few more'
  process.env.DATABASE_URL = 'postgresql://nowhere'
  const warned = watchLog()
  const { send } = await import('./send')
  const { readOutbox } = await import('./outbox')
  await send('ada@example.com', () => letter)
  expect(await readOutbox()).toEqual([])
  expect(warned.text()).toContain('SMTP_URL')
})

it('says that no first operator can be made only where no provider proves addresses', async () => {
  for (const [google, isSaid] of [
    ['', true],
    ['an id', false],
  ] as const) {
    vi.resetModules()
    Object.assign(process.env, {
      APP_ORIGIN: 'https://stays.example',
      APP_SECRET: 'thirty-two characters and a few more',
      DATABASE_URL: 'postgresql://nowhere',
      FIRST_OPERATOR_EMAIL: 'ada@example.com',
      GOOGLE_CLIENT_ID: google,
      GOOGLE_CLIENT_SECRET: google,
    })
    const warned = watchLog()
    const { canMail } = await import('./mode')
    expect(canMail()).toBe(false)
    expect(warned.text().includes('FIRST_OPERATOR_EMAIL')).toBe(isSaid)
    warned.restore()
  }
})
