import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { actions as realActions } from '@/lib/confirmations/actions'
import { db } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { newActionId } from '@/lib/plugin/action-id'
import { call } from '@/lib/plugin/call'
import { createCatalog } from '@/lib/plugin/catalog'
import type { Deciding } from '@/lib/plugin/decide'
import { type Caller, defineOperation, done, outcome } from '@/lib/plugin/operation'
import type { Entry } from '@/lib/plugin/record'

/** Where effects are counted: rows in this database, lines of a file elsewhere. */
export async function openShop(): Promise<void> {
  await db().$executeRaw`
    CREATE TABLE IF NOT EXISTS toy_sale (action text, thing text, minor int, by text)`
  await db().$executeRaw`CREATE TABLE IF NOT EXISTS toy_price (thing text PRIMARY KEY, minor int)`
}

export const setPrice = (thing: string, minor: number) =>
  db().$executeRaw`
    INSERT INTO toy_price VALUES (${thing}, ${minor}) ON CONFLICT (thing) DO UPDATE SET minor = ${minor}`

export const listSales = (thing: string) =>
  db().$queryRaw<{ action: string; minor: number }[]>`
    SELECT action, minor FROM toy_sale WHERE thing = ${thing}`

/** How often a thing was sold. */
export const salesOf = async (thing: string): Promise<number> => (await listSales(thing)).length

const thing = z.string().max(60).describe('What')
const input = z.object({ thing })
const output = outcome({ thing: z.string().optional() })
const rest = { scope: 'email', summary: 'Sell', description: 'Sells.', input, output } as const
const plain = { ...rest, effect: 'write', examples: [] } as const

type Context = { caller: Caller; tx: Parameters<typeof realActions.find>[0]; actionId: string }

async function sell({ thing }: { thing: string }, { caller, tx, actionId }: Context) {
  await tx.$executeRaw`
    INSERT INTO toy_sale SELECT ${actionId}, ${thing},
      (SELECT minor FROM toy_price WHERE thing = ${thing}), ${caller.accountId}`
  if (thing.startsWith('slow')) await tx.$executeRaw`SELECT pg_sleep(0.3)`
  if (thing.startsWith('sold-out')) throw new PublicError('conflict', 'It is sold out.')
  if (thing.startsWith('broken')) throw new Error('a secret of the inside')
  return done(`Sold ${thing}.`, { thing })
}

async function quote({ thing }: { thing: string }, { tx }: Pick<Context, 'tx'>) {
  const [row] = await tx.$queryRaw<{ minor: number }[]>`
    SELECT minor FROM toy_price WHERE thing = ${thing} FOR UPDATE`
  if (!row) throw new PublicError('not_found', 'There is no such thing.')
  const price = `${row.minor} cents`
  return {
    sentence: `Sell ${thing} for ${price}.`,
    facts: [['Price', price]] as const,
    amount: { minor: row.minor, currency: 'EUR' },
    terms: 'No returns.',
  }
}

/** A shop whose effects elsewhere are lines of `file`. */
export function createToyShop(file: string, actions = realActions) {
  async function ship({ thing }: { thing: string }, { actionId }: Pick<Context, 'actionId'>) {
    if (thing.startsWith('no-such')) throw new PublicError('not_found', 'There is no such thing.')
    appendFileSync(file, `${actionId} ${thing}\n`)
    if (thing.startsWith('slow')) await new Promise((resolve) => setTimeout(resolve, 300))
    if (thing.startsWith('lost')) throw new Error('the connection broke')
    return done(`Shipped ${thing}.`, { thing })
  }
  const asked = { by: 'person', appMay: true } as const
  const catalog = createCatalog({
    order: defineOperation({ ...plain, route: 'POST /orders', handler: sell }),
    stamp: defineOperation({ ...plain, route: 'POST /stamps', repeats: true, handler: sell }),
    buy: defineOperation({
      ...{ ...plain, route: 'POST /purchases', confirm: asked, confirmation: quote, handler: sell },
    }),
    wipe: defineOperation({
      ...{ ...plain, route: 'POST /wipes', effect: 'destroy', repeats: true, confirm: 'person' },
      ...{ confirmation: quote, handler: sell },
    }),
    ship: defineOperation({
      ...plain,
      route: 'POST /parcels',
      effects: 'elsewhere',
      handler: ship,
    }),
    wire: defineOperation({
      ...{ ...plain, route: 'POST /wires', effects: 'elsewhere', confirm: 'person' },
      ...{ confirmation: quote, handler: ship },
    }),
  })
  const entries: Entry[] = []
  const recorder = {
    within: async (_tx: unknown, entry: Entry) => void entries.push(entry),
    later: (entry: Entry) => void entries.push(entry),
  }
  const plugin: Deciding = { catalog, actions, recorder }

  return {
    plugin,
    entries,
    /** How often a thing was shipped. */
    shipmentsOf: (thing: string) =>
      existsSync(file)
        ? readFileSync(file, 'utf8')
            .split('\n')
            .filter((line) => line.endsWith(` ${thing}`)).length
        : 0,
    /** A call as a carrier makes it; `key` is its idempotency key. */
    async ask(
      caller: Caller,
      name: string,
      given: Record<string, unknown>,
      { key, signal }: { key?: unknown; signal?: AbortSignal } = {},
    ) {
      const operation = catalog.operations.find((one) => one.name === name)
      if (!operation) throw new Error(name)
      const { text, status } = await call({
        ...{ operation, caller, actions, recorder, region: null, actionId: newActionId() },
        ...{ input: given, idempotencyKey: key, origin: 'http://localhost:3000' },
        signal: signal ?? new AbortController().signal,
      })
      return { code: status, ...(JSON.parse(text) as Told) }
    },
  }
}

export type Told = {
  status: string
  message: string
  confirmationUrl?: string
  expiresAt?: string
  thing?: string
}

export const idIn = ({ confirmationUrl }: Told): string => confirmationUrl?.split('/').pop() ?? ''

/** A person with a connection that may do everything in the shop. */
export async function createToyCaller(accountId: string = randomUUID()): Promise<Caller> {
  const grantId = randomUUID()
  const account = { id: accountId, email: `${accountId}@example.com`, name: 'Ada' }
  await db().account.createMany({
    data: [{ ...account, passwordHash: 'none' }],
    skipDuplicates: true,
  })
  await db().grant.create({
    data: {
      ...{ id: grantId, accountId, clientId: 'toy', clientName: 'Toy host' },
      payload: JSON.stringify({ openid: { scope: 'openid email' } }),
      expiresAt: new Date(Date.now() + 3600_000),
    },
  })
  return { accountId, clientId: 'toy', grantId, scopes: new Set(['openid', 'email']) }
}

/** As if so much time had passed for all that a connection asked for. */
export const pass = (grantId: string, interval: string) =>
  db().$executeRawUnsafe(
    `UPDATE "Action" SET "createdAt" = "createdAt" - $2::interval,
       "expiresAt" = "expiresAt" - $2::interval, "decidedAt" = "decidedAt" - $2::interval,
       "endedAt" = "endedAt" - $2::interval, "deliveredAt" = "deliveredAt" - $2::interval
     WHERE "grantId" = $1`,
    grantId,
    interval,
  )
