import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { StopError } from '../stop'

const CONNECTS_WITHIN_MS = 10_000
const OPENS_WITHIN_MS = 30_000
const GONE_AFTER_MS = 3_000

/** Throws one line, without the password, unless `url` leads to a PostgreSQL that lets us in. */
export async function checkDatabase(variable: string, url: string) {
  const place = parse(variable, url)
  if (!place.searchParams.has('host')) await checkProtocol(variable, place)
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECTS_WITHIN_MS,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
  } catch (error) {
    throw new StopError(explain(variable, place, error as NodeJS.ErrnoException))
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whether the embedded database at `url` lets us in; one that is still being opened, soon does. */
export async function isAnswering(url: string): Promise<boolean> {
  const start = Date.now()
  while (Date.now() - start < GONE_AFTER_MS) {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: OPENS_WITHIN_MS,
    })
    client.on('error', () => {})
    try {
      await client.connect()
      return true
    } catch {
      await wait(200)
    } finally {
      await client.end().catch(() => {})
    }
  }
  return false
}

function parse(variable: string, url: string): URL {
  const place = URL.canParse(url) ? new URL(url) : null
  if (place?.protocol === 'postgresql:' || place?.protocol === 'postgres:') return place
  throw new StopError(
    `${variable} is not a PostgreSQL URL: write postgresql://user:password@host:5432/database.`,
  )
}

// Asks, as every client may, whether TLS is spoken there. PostgreSQL answers with a single letter;
// nothing else does, and pg itself would wait or choke on what another server says.
async function checkProtocol(variable: string, place: URL) {
  const answer = await new Promise<Buffer>((resolve, reject) => {
    const socket = connect({ host: hostOf(place), port: Number(place.port || 5432) })
    socket.setTimeout(CONNECTS_WITHIN_MS, () => socket.destroy(timeout()))
    socket.once('error', reject)
    socket.once('data', (data) => {
      socket.destroy()
      resolve(data)
    })
    socket.once('end', () => resolve(Buffer.alloc(0)))
    socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]))
  }).catch((error) => {
    throw new StopError(explain(variable, place, error))
  })
  if (answer.length !== 1 || !'SN'.includes(answer.toString('latin1'))) {
    throw new StopError(`What answers at ${place.host} (${variable}) is not PostgreSQL.`)
  }
}

function hostOf(place: URL): string {
  return decodeURIComponent(place.hostname).replace(/^\[|\]$/g, '') || 'localhost'
}

function explain(variable: string, place: URL, error: NodeJS.ErrnoException): string {
  const reason = error.code ?? error.message
  switch (reason) {
    case '28P01':
    case '28000':
      return `The database at ${place.host} does not accept the user or password in ${variable}.`
    case '3D000':
      return `There is no database named in ${variable} at ${place.host}: create it first.`
    default:
      return `Cannot connect to the database at ${place.host} (${variable}): ${reason}.`
  }
}

const timeout = () => Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })
