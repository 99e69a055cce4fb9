import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { commandLine } from '@/lib/audit/audit'
import { listAudit } from '@/lib/audit/list'
import { db, disconnect } from '@/lib/data/db'
import { problem } from '@/lib/i18n/problem'
import { mailsSent } from '@/lib/mail/send'
import { codeOf, createGuardedPerson } from '@/lib/testing/authenticator'
import { createPerson } from '@/lib/testing/people'
import { beginAuthenticator, getWaitingAuthenticator } from './authenticator'
import { replaceRecoveryCodes } from './recovery-codes'
import { checkCode, getSecondFactors, needsSecondFactor, removeSecondFactor } from './second-factor'

afterAll(async () => {
  await mailsSent()
  await disconnect()
})

it('an authenticator takes no code when it was sealed under another APP_SECRET, and is still asked for', async () => {
  const { id, secret } = await createGuardedPerson()
  const data = { secret: 'sealed under another secret' }
  await db().authenticator.update({ where: { accountId: id }, data })
  const wrong = await checkCode(id, codeOf(secret, Date.now() + 30_000), randomUUID())
  expect(wrong?.code).toEqual(problem('signIn.codeWrong'))
  expect(await needsSecondFactor(id)).toBe(true)
  const waits = await createPerson()
  await db().authenticator.create({ data: { ...data, accountId: waits.id } })
  expect(await getWaitingAuthenticator(waits.id, waits.email)).toBeNull()
})

it('a second step is taken away by an operator for who lost it, who is told', async () => {
  const [mine, theirs] = [await createGuardedPerson(), await createGuardedPerson()]
  await replaceRecoveryCodes(mine.id)
  expect(await removeSecondFactor(mine.id, commandLine)).toBe(true)
  expect(await removeSecondFactor(mine.id, commandLine), 'a second operator').toBe(false)
  const begins = await createPerson()
  await beginAuthenticator(begins.id)
  expect(await removeSecondFactor(begins.id, commandLine)).toBe(false)
  expect(await getWaitingAuthenticator(begins.id, begins.email)).not.toBeNull()
  const left = await getSecondFactors(mine.id)
  expect(left).toMatchObject({ on: false, authenticator: null, recoveryCodes: 0 })
  expect(await needsSecondFactor(theirs.id)).toBe(true)
  const notices = await db().notice.findMany({ where: { accountId: mine.id } })
  expect(notices.filter(({ kind }) => kind === 'two_step_off')).toHaveLength(1)
  const { rows } = await listAudit({ target: mine.id }, {})
  expect(rows.map(({ act }) => act)).toEqual(['person.second_step_removed'])
})

it('a second step is taken away while a recovery code is used, and neither stops the other', async () => {
  const both = async () => {
    const { id } = await createGuardedPerson()
    const [code = ''] = await replaceRecoveryCodes(id)
    await Promise.all([checkCode(id, code, randomUUID()), removeSecondFactor(id, commandLine)])
    expect(await needsSecondFactor(id)).toBe(false)
  }
  for (let round = 0; round < 10; round += 1) await both()
})
