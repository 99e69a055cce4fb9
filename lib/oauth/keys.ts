import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { type Actor, audit } from '@/lib/audit/audit'
import { type Db, db, type Tx } from '@/lib/data/db'
import { OwnError } from '@/lib/errors'
import { randomToken, sealJson, unsealJson } from '@/lib/secrets'

/** ES256 is as fast to verify as any and quick to sign. */
export const signingAlgorithm = 'ES256'

/** Seconds that a token is good for after it was signed. */
export const accessTokenLifetime = 3600

const publishBeforeSigning = 3600
const checkEvery = 30_000
const purpose = 'signing keys'

type Jwk = { kid: string; [member: string]: unknown }

export type KeySet = {
  /** Changes whenever another key signs or is published. */
  version: string
  /** With private parts; the one that signs comes first. */
  jwks: Jwk[]
  publicKeys: Map<string, KeyObject>
}

let cached: { keys: KeySet; checkedAt: number } | undefined

/**
 * The keys that are published now, read again when older than `maxAge` milliseconds. The first call
 * on an empty database makes the first key.
 */
export async function getKeys(maxAge = checkEvery): Promise<KeySet> {
  if (cached && Date.now() - cached.checkedAt < maxAge) return cached.keys
  const keys = (await readKeys()) ?? (await createFirstKey())
  cached = { keys, checkedAt: Date.now() }
  return keys
}

/**
 * Publishes a new key now; it signs from an hour on, when every cache of the key set knows it, and at
 * once where nothing signs. The old ones stay published until the last token that they signed has ended.
 */
export async function rotateKeys(by: Actor): Promise<{ kid: string; signsFrom: Date }> {
  const wait = (await readKeys()) ? publishBeforeSigning : 0
  const signsFrom = new Date(Date.now() + wait * 1000)
  const retiresAt = new Date(signsFrom.getTime() + 2 * accessTokenLifetime * 1000)
  const key = newKey(signsFrom)
  await db().$transaction(async (tx) => {
    await tx.signingKey.updateMany({ where: { retiresAt: null }, data: { retiresAt } })
    await tx.signingKey.create({ data: key })
    await audit(tx, by, { act: 'key.rotated', target: key.kid, after: { signsFrom } })
  })
  cached = undefined
  return { kid: key.kid, signsFrom }
}

export type KeyState = 'signs' | 'next' | 'verifies' | 'lost' | 'retired'

export type KeyRow = {
  kid: string
  state: KeyState
  createdAt: Date
  signsFrom: Date
  retiresAt: Date | null
}

/** The newest signing keys: what each is good for now. */
export async function listSigningKeys(): Promise<KeyRow[]> {
  const keys = await readKeys()
  const rows = await db().signingKey.findMany({
    select: { kid: true, createdAt: true, signsFrom: true, retiresAt: true },
    orderBy: { signsFrom: 'desc' },
    take: 20,
  })
  const stateOf = ({ kid, signsFrom, retiresAt }: Omit<KeyRow, 'state'>): KeyState => {
    if (retiresAt && retiresAt <= new Date()) return 'retired'
    if (!keys?.publicKeys.has(kid)) return 'lost'
    if (kid === keys.jwks[0]?.kid) return 'signs'
    return signsFrom > new Date() ? 'next' : 'verifies'
  }
  return rows.map((row) => ({ ...row, state: stateOf(row) }))
}

async function readKeys(client: Db | Tx = db()): Promise<KeySet | null> {
  const now = new Date()
  const rows = await client.signingKey.findMany({
    where: { OR: [{ retiresAt: null }, { retiresAt: { gt: now } }] },
    orderBy: { signsFrom: 'desc' },
  })
  const known = rows.flatMap(({ signsFrom, privateKey }) => {
    const jwk = open(privateKey)
    return jwk ? [{ jwk, signs: signsFrom <= now }] : []
  })
  const signing = known.find((key) => key.signs)
  if (!signing) return null
  const jwks = [signing, ...known.filter((key) => key !== signing)].map((key) => key.jwk)
  return {
    version: jwks.map((jwk) => jwk.kid).join(' '),
    jwks,
    publicKeys: new Map(jwks.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })])),
  }
}

const open = (privateKey: string): Jwk | null => unsealJson<Jwk>(purpose, privateKey)

// Never beside keys that cannot be opened: where APP_SECRET is wrong by mistake, a new key would end
// every token without a word.
async function createFirstKey(): Promise<KeySet> {
  await db().$transaction(async (tx) => {
    // Two processes may start on an empty database at once: one makes the key.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('signing keys'))`
    if ((await tx.signingKey.count()) === 0)
      await tx.signingKey.create({ data: newKey(new Date()) })
  })
  const keys = await readKeys()
  if (!keys) throw new OwnError('no signing key is active')
  return keys
}

function newKey(signsFrom: Date) {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const kid = randomToken().slice(0, 16)
  const use = { kid, alg: signingAlgorithm, use: 'sig' }
  const privateJwk = {
    ...createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })).export({
      format: 'jwk',
    }),
    ...use,
  }
  const publicJwk = { ...createPublicKey(privateKey).export({ format: 'jwk' }), ...use }
  return { kid, publicJwk, privateKey: sealJson(purpose, privateJwk), signsFrom }
}
