import type { Document } from '@/lib/document'

/** They fetch because a person asked, or so that one can find us. Names as the vendors give them. */
const welcome = [
  'ChatGPT-User',
  'OAI-SearchBot',
  'Claude-User',
  'Claude-SearchBot',
  'Perplexity-User',
]

/** For callers with a token and for one person's eyes. */
const notForRobots = [
  '/api/',
  '/oauth/',
  '/interaction/',
  '/account',
  '/confirm',
  '/admin',
  '/operator',
  '/cron/',
  '/metrics',
]

const lines = (rule: string, values: string[]) =>
  values.map((value) => `${rule}: ${value}\n`).join('')

/** RFC 9309. An empty Disallow lets everything in. */
export const robots = {
  type: 'text/plain; charset=utf-8',
  text: (): string =>
    `${lines('User-agent', welcome)}Disallow:\n\nUser-agent: *\n${lines('Disallow', notForRobots)}`,
} satisfies Document
