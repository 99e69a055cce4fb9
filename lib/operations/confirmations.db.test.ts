import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { confirmationOf } from '@/lib/plugin/hold'
import { bookStay } from '@/lib/stays/booking'
import { createTown, inDays, newAccountId } from '@/lib/stays/fixture'
import { quoteStay } from '@/lib/stays/quote'
import { injections } from '@/lib/testing/injections'
import { catalog } from '.'

let town: Awaited<ReturnType<typeof createTown>>
beforeAll(async () => {
  town = await createTown([{}])
})
afterAll(async () => {
  await town.remove()
  await disconnect()
})

const accountId = newAccountId()
const caller = { accountId, clientId: 'c', grantId: 'g', scopes: new Set<string>() }
const wish = () => ({ stay: town.slug, checkIn: inDays(9), checkOut: inDays(11), guests: 1 })

async function read(name: string, input: object): Promise<string[]> {
  const operation = catalog.operations.find((one) => one.name === name)
  if (!operation) throw new Error(name)
  const asked = await db().$transaction((tx) => confirmationOf(tx, operation, { input, caller }))
  return [asked.sentence, ...asked.facts.flat(), asked.terms ?? '']
}

it('what others wrote hides nothing, leads nowhere and keeps its place where a yes is asked for', async () => {
  const { id } = await db().$transaction((tx) =>
    bookStay(tx, {
      ...wish(),
      accountId,
      actionId: null,
      checkIn: inDays(20),
      checkOut: inDays(21),
    }),
  )
  const count = (await read('bookStay', wish())).length
  for (const [name, text] of Object.entries(injections)) {
    const kept = text.replace(/\p{Cs}|\0/gu, '')
    await db().stay.updateMany({ where: { slug: town.slug }, data: { name: kept } })
    await db().room.updateMany({ where: { stay: { slug: town.slug } }, data: { name: kept } })
    const [booking, cancelling] = [
      await read('bookStay', wish()),
      await read('cancelReservation', { id }),
    ]
    expect([name, booking.length]).toEqual([name, count])
    expect(booking[0]).toMatch(/^Book .*, for €200\.00\.$/)
    expect(cancelling[0]).toMatch(/^Cancel .*\.$/)
    for (const line of [...booking, ...cancelling]) {
      expect([name, line]).toEqual([name, expect.not.stringMatching(/[\p{Cc}\p{Co}<>]|:\/\//u)])
      expect(line.replace(/\p{Extended_Pictographic}\ufe0f/gu, '')).not.toMatch(/\p{Cf}/u)
      expect(line.length).toBeLessThan(300)
    }
  }
}, 60_000)

// The embedded database has one transaction at a time.
it.skipIf(inject('database').embedded)(
  'the price that was read is the one that is paid, whatever is changed at that moment',
  async () => {
    let raised: Promise<unknown> | undefined
    await db().$transaction(async (tx) => {
      const { totalPrice } = await quoteStay(tx, wish())
      const monthPercent = Array(12).fill(900)
      raised = db()
        .stay.updateMany({ where: { slug: town.slug }, data: { monthPercent } })
        .then(() => {})
      await wait(300)
      const booked = await bookStay(tx, { ...wish(), accountId, actionId: 'a-price-that-stands' })
      expect(booked.totalPrice).toBe(totalPrice)
    })
    await raised
  },
)
