import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { commandLine } from '@/lib/audit/audit'
import { count } from '@/lib/data/counters'
import { db, disconnect } from '@/lib/data/db'
import { createAccount } from './accounts'
import { checkCredentials } from './credentials'
import { claimOperator, createOperatorLink } from './operator-link'
import { setRole } from './operators'
import { resumePerson, suspendPerson } from './suspension'
import { triesAtPlace } from './throttle'

afterAll(disconnect)

const password = 'correct horse battery'

async function createAda() {
  const email = `${randomUUID()}@example.com`
  const made = await createAccount({ name: 'Ada', email, password }, randomUUID())
  if ('errors' in made) throw new Error(JSON.stringify(made))
  return { email, id: made.accountId }
}

const isSlowed = (result: object): boolean => JSON.stringify(result).includes('"key":"wait')

describe('signing in', () => {
  it('tells that an account is suspended to whoever knows its password, and to nobody else', async () => {
    const { email, id } = await createAda()
    const tell = async (typed: string) =>
      JSON.stringify(await checkCredentials({ email, password: typed }, randomUUID()))
    await suspendPerson(id, commandLine)
    expect(await tell(password)).toContain('signIn.suspended')
    expect(await tell('wrong')).not.toContain('suspended')
    await resumePerson(id, commandLine)
    expect(await tell(password)).toContain(id)
  })

  it('checks no more than ten of fifty passwords that are tried at the same moment', async () => {
    const { email } = await createAda()
    const place = randomUUID()
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        checkCredentials({ email, password: `wrong ${n}` }, place),
      ),
    )
    expect(results.filter((result) => !isSlowed(result))).toHaveLength(10)
  })

  it('slows the guesser’s place and lets the owner in from another', async () => {
    const { email, id } = await createAda()
    const guesser = randomUUID()
    for (let tries = 0; tries < 11; tries += 1) {
      await checkCredentials({ email, password: 'wrong' }, guesser)
    }
    expect(isSlowed(await checkCredentials({ email, password }, guesser))).toBe(true)
    expect(await checkCredentials({ email, password }, randomUUID())).toEqual({ accountId: id })
  })

  it('slows one place that tries many accounts', async () => {
    const place = randomUUID()
    const results = await Promise.all(
      Array.from({ length: 70 }, () =>
        checkCredentials({ email: `${randomUUID()}@example.com`, password }, place),
      ),
    )
    expect(results.filter(isSlowed).length).toBeGreaterThanOrEqual(10)
  })

  it('takes a /64 of IPv6 for one place, for one account and for many', async () => {
    const { email } = await createAda()
    const network = `2001:db8:${randomUUID().slice(0, 4)}:${randomUUID().slice(0, 4)}`
    const tryAs = (name: string, n: number) =>
      checkCredentials({ email: name, password: 'wrong' }, `${network}::${(n + 1).toString(16)}`)
    const one = await Promise.all(Array.from({ length: 11 }, (_, n) => tryAs(email, n)))
    expect(one.filter(isSlowed)).toHaveLength(1)
    for (let n = 0; n < 60; n += 1) await count(triesAtPlace, network)
    expect(isSlowed(await tryAs(`${randomUUID()}@example.com`, 99))).toBe(true)
  })

  it('never slows somebody who types it right', async () => {
    const { email, id } = await createAda()
    const place = randomUUID()
    for (let tries = 0; tries < 15; tries += 1) {
      expect(await checkCredentials({ email, password }, place)).toEqual({ accountId: id })
    }
  })

  it('is no inner error with something that is not text or far too long', async () => {
    const { email } = await createAda()
    const odd = { email: { a: 1 }, password: ['x'] } as never
    expect(await checkCredentials(odd, randomUUID())).toHaveProperty('errors')
    const long = { email, password: 'a'.repeat(1_000_000) }
    expect(await checkCredentials(long, randomUUID())).toHaveProperty('errors.form')
  })
})

describe('the operator link', () => {
  it('is worth nothing once there is an operator', async () => {
    process.env.PORT = '3000'
    await db().account.updateMany({ data: { role: 'member' } })
    const [first, late] = [await createAda(), await createAda()]
    const token =
      String(await createOperatorLink())
        .split('/')
        .pop() ?? ''
    await setRole(first.email, 'operator', commandLine)
    expect(await claimOperator(token, late.id)).toBe(false)
    expect((await db().account.findUnique({ where: { id: late.id } }))?.role).toBe('member')
  })
})
