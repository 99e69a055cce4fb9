import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../scripts/postgres.mjs'
import { load, median, postForm, quantile, send } from './client'
import { type Contender, start } from './contenders'
import { createLinker, type Linker, signInBare } from './link'
import { prepareDatabase } from './prepare'
import { type Figures, report } from './report'

/**
 * Every figure is a ratio to the best that could be had on this machine, measured in turns in one
 * run, because absolute figures say more about the machine than about the code.
 */
const rounds = Number(process.env.BENCH_ROUNDS ?? 7)
const turn = { ms: Number(process.env.BENCH_TURN_MS ?? 1500), inFlight: 16 }

const folder = await mkdtemp(join(tmpdir(), 'bench-'))
const postgres = await requirePostgres()
const running: Contender[] = []
try {
  await measure()
} finally {
  await Promise.all(running.map((server) => server.stop()))
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)

async function requirePostgres() {
  const started = await startPostgres()
  if (!started) throw new Error('The benchmark needs the server programs of Postgres.')
  return started
}

async function measure() {
  Object.assign(process.env, {
    DATABASE_URL: postgres.url,
    DATA_DIR: folder,
    APP_SECRET: 'a secret of the benchmark, of no use elsewhere',
    APP_ORIGIN: 'http://localhost:1',
    // Counted like any other call, and never refused.
    RATE_LIMIT_FACTOR: '1000000',
  })
  await prepareDatabase()
  const { consent, createWorld, password } = await import('./world')
  const { listSql } = await import('@/lib/stays/reservations')
  const world = await createWorld()

  const app = async (command: (port: number) => string[]) => {
    const server = await start(command, (port) => ({ APP_ORIGIN: `http://localhost:${port}` }))
    running.push(server)
    await consent(world, server.origin)
    return server
  }
  const ours = await app(() => ['build/server.mjs'])
  const routes = await app((port) => [
    'node_modules/next/dist/bin/next',
    'start',
    '-p',
    String(port),
  ])
  const bare = await start(
    () => ['bench/bare-oidc.mjs'],
    () => ({ PRIVATE_JWK: JSON.stringify(world.jwk) }),
  )
  running.push(bare)
  const limit = await start(
    () => ['bench/bare-api.mjs'],
    () => ({
      JWKS: JSON.stringify({ keys: [publicOf(world.jwk)] }),
      SQL: listSql,
      RESOURCE: `${ours.origin}/api`,
    }),
  )
  running.push(limit)

  const paths = { authorize: '/oauth/authorize', token: '/oauth/token' }
  const ourLinker = createLinker(ours, world.client, paths, world.cookie)
  const routeLinker = createLinker(routes, world.client, paths, world.cookie)
  const bareClient = { id: 'bench', secret: 'bench-secret-bench-secret-bench-secret' }
  const bareLinker = createLinker(
    bare,
    bareClient,
    { authorize: '/auth', token: '/token' },
    await signInBare(bare, bareClient),
  )

  const read = (server: Contender, token: string, path: string) => {
    const headers = { authorization: `Bearer ${token}` }
    return async () => {
      const answer = await send(server.origin + path, { headers })
      if (answer.status !== 200) throw new Error(`read: ${answer.status} ${answer.body}`)
    }
  }
  const ourToken = (await ourLinker.link()).access
  const readOurs = read(ours, ourToken, '/api/reservations')
  const readRoutes = read(routes, (await routeLinker.link()).access, '/api/reservations')
  const readLimit = read(limit, ourToken, '/')

  const w1 = await inTurns([readOurs, readRoutes, readLimit])
  const w2 = await inTurns([ourLinker, routeLinker, bareLinker].map((linker) => linkWith(linker)))
  const w3 = await inTurns(await Promise.all([ourLinker, routeLinker, bareLinker].map(refreshWith)))

  const quiet: number[] = []
  const busy: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    quiet.push(quantile((await load(readOurs, turn)).latencies, 0.99))
    const stop = signInAgainAndAgain(ours, world.visitors, password)
    busy.push(quantile((await load(readOurs, turn)).latencies, 0.99))
    await stop()
  }

  const figures: Figures = {
    W1: { ratio: ratioOf(w1, 0, 2), perSecond: w1.map(median) },
    W1routes: { ratio: ratioOf(w1, 1, 2) },
    W1p99: {
      ratio: median(busy.map((ms, round) => ms / (quiet[round] ?? ms))),
      ms: [median(quiet), median(busy)],
    },
    W2: { ratio: ratioOf(w2, 0, 2), perSecond: w2.map(median) },
    W2routes: { ratio: ratioOf(w2, 1, 2) },
    W3: { ratio: ratioOf(w3, 0, 2), perSecond: w3.map(median) },
    W3routes: { ratio: ratioOf(w3, 1, 2) },
    W5: { ratio: ours.startedInMs / limit.startedInMs, ms: [ours.startedInMs, limit.startedInMs] },
    memory: {
      ratio: residentMiB(ours.pid) / residentMiB(limit.pid),
      MiB: [residentMiB(ours.pid), residentMiB(limit.pid)],
    },
  }
  report(figures, process.argv.includes('--json'))
}

/** Works per second of each contender, round by round, one after the other in every round. */
async function inTurns(works: ((lane: number) => Promise<void>)[]): Promise<number[][]> {
  const rates: number[][] = works.map(() => [])
  for (const work of works) await load(work, { ...turn, ms: turn.ms / 2 })
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      rates[index]?.push((await load(work, turn)).perSecond)
    }
  }
  return rates
}

function ratioOf(rates: number[][], one: number, other: number): number {
  return median((rates[one] ?? []).map((rate, round) => rate / (rates[other]?.[round] ?? rate)))
}

function linkWith(linker: Linker) {
  return async () => {
    await linker.link()
  }
}

async function refreshWith(linker: Linker) {
  const tokens: string[] = []
  for (let lane = 0; lane < turn.inFlight; lane += 1) tokens.push((await linker.link()).refresh)
  return async (lane: number) => {
    tokens[lane] = await linker.refresh(tokens[lane] ?? '')
  }
}

/** Eight people sign in at once, over and over, until told to stop. */
function signInAgainAndAgain(server: Contender, visitors: string[], password: string) {
  let going = true
  const loops = visitors.map(async (email) => {
    const csrf = await send(`${server.origin}/api/auth/csrf`)
    const cookie = csrf.setCookie.map((line) => line.split(';')[0]).join('; ')
    const { csrfToken } = JSON.parse(csrf.body)
    while (going) {
      const form = { csrfToken, email, password }
      const { status, location } = await postForm(
        `${server.origin}/api/auth/callback/credentials`,
        form,
        cookie,
      )
      if (status >= 400 || location.includes('error'))
        throw new Error(`sign-in: ${status} ${location}`)
    }
  })
  return async () => {
    going = false
    await Promise.all(loops)
  }
}

function publicOf(jwk: Record<string, unknown> | undefined) {
  const { d: _, ...rest } = jwk ?? {}
  return rest
}

function residentMiB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(status.match(/VmRSS:\s+(\d+)/)?.[1] ?? 0) / 1024
}
