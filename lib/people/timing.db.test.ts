import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { disconnect } from '@/lib/data/db'
import { mailsSent } from '@/lib/mail/send'
import { type MailServer, startMailServer } from '@/lib/testing/mail-server'
import { measured } from '@/lib/testing/measured'
import { createAccount } from './accounts'
import { checkCredentials } from './credentials'
import { askForEmailChange } from './email-change'
import { askForReset } from './password-reset'
import { askForSignIn } from './sign-in-by-mail'
import { askForAccount } from './sign-up-by-mail'

const password = 'correct horse battery'
const rounds = 15
let server: MailServer

beforeAll(async () => {
  server = await startMailServer()
  Object.assign(process.env, { PORT: '3000', SMTP_URL: server.url })
})

afterAll(async () => {
  await disconnect()
  await server.stop()
})

const anAddress = () => `${randomUUID()}@example.com`
const here = () => randomUUID()

async function createAda() {
  const email = anAddress()
  const made = await createAccount({ name: 'Ada', email, password }, here())
  if ('errors' in made) throw new Error(JSON.stringify(made))
  return { id: made.accountId, email }
}

const ways: [string, (email: string) => Promise<unknown>][] = [
  ['signing in', (email) => checkCredentials({ email, password: 'not this one' }, here())],
  [
    'signing up',
    (email) =>
      askForAccount(
        { name: 'Eve', email, password: 'a guess of mine' },
        { place: here(), next: null, browser: 'x' },
      ),
  ],
  ['a reset', (email) => askForReset(email, here(), { next: null })],
  ['a mailed link', (email) => askForSignIn(email, here(), { next: null })],
]

it.each(ways)('%s takes as long and says the same, account or not', measured, async (_way, ask) => {
  const [known, unknown] = await interleaved(
    async () => (await createAda()).email,
    async () => anAddress(),
    ask,
  )
  expect(known.answers).toEqual(unknown.answers)
  expectAlike(known, unknown)
})

it('a change of address takes as long and says the same, whoever has it', measured, async () => {
  const owner = await createAda()
  const change = (address: string) =>
    askForEmailChange(owner, { address, currentPassword: password, place: here() })
  const [known, unknown] = await interleaved(
    async () => (await createAda()).email,
    async () => anAddress(),
    change,
  )
  expect(known.answers).toEqual(unknown.answers)
  expectAlike(known, unknown)
})

// The fastest of each is what the machine disturbed least: what leaves out a password's hash takes a twentieth of the time.
function expectAlike(known: Measured, unknown: Measured): void {
  const slack = 5
  const ratio = (known.fastest + slack) / (unknown.fastest + slack)
  expect(ratio).toBeGreaterThan(0.5)
  expect(ratio).toBeLessThan(2)
}

type Make = () => Promise<string>

/** In turns, so that what else the machine does meets both; the work behind an answer is let end. */
async function interleaved(first: Make, second: Make, ask: (email: string) => Promise<unknown>) {
  const runs = [first, second].map((make) => ({
    make,
    times: [] as number[],
    answers: [] as unknown[],
  }))
  for (let round = 0; round < rounds; round += 1) {
    for (const { make, times, answers } of round % 2 ? runs : runs.toReversed()) {
      const email = await make()
      const start = performance.now()
      answers.push(await ask(email))
      times.push(performance.now() - start)
      await mailsSent()
    }
  }
  return runs.map(({ times, answers }) => ({
    answers: [...new Set(answers.map((one) => JSON.stringify(one)))],
    fastest: Math.min(...times),
  })) as [Measured, Measured]
}

type Measured = { answers: string[]; fastest: number }
