import { type ChildProcess, spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { PublicError } from '@/lib/errors'

type Job = { act: 'hash'; password: string } | { act: 'verify'; password: string; stored: string }
type Answer = { id: number; result?: string | boolean; error?: string }

/** argon2id with 19 MiB, two passes, one lane: OWASP's recommendation; its own salt each. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// A string, because two bundlers with different ideas of files build what starts this.
const source = `
const { hashSync, verifySync } = require('node:module')
  .createRequire(process.env.HASHING_FROM)('@node-rs/argon2')
const parameters = JSON.parse(process.env.HASHING_PARAMETERS)
process.on('disconnect', () => process.exit(0))
process.on('message', ({ id, act, password, stored }) => {
  try {
    const result = act === 'hash' ? hashSync(password, parameters) : verifySync(stored, password)
    process.send({ id, result })
  } catch (error) {
    process.send({ id, error: String(error) })
  }
})`

/** At about 30 ms each, nobody waits much longer than a second and a half. */
const longestQueue = 50

type Hasher = { child: ChildProcess; waiting: Map<number, (answer: Answer) => void> }

let hasher: Hasher | undefined
let lastId = 0

/**
 * Hashes one password after the other in a process of low priority, so that requests that are
 * answered meanwhile keep the processors. Node's own pool would hash four at once; a thread of low
 * priority holds up the whole process whenever it is interrupted while it changes its memory.
 */
export async function runHashing(job: Job): Promise<string | boolean> {
  hasher ??= start()
  const { child, waiting } = hasher
  if (waiting.size >= longestQueue) {
    throw new PublicError(
      'too_many_requests',
      'Many people sign in right now. Try again in a moment.',
    )
  }
  const id = ++lastId
  const answer = await new Promise<Answer>((resolve) => {
    waiting.set(id, resolve)
    child.channel?.ref()
    child.send({ id, ...job })
  })
  if (waiting.size === 0) child.channel?.unref()
  if (answer.result === undefined) throw new Error(answer.error)
  return answer.result
}

function start(): Hasher {
  const child = spawn(process.execPath, ['-e', source], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      NODE_ENV: 'production',
      HASHING_FROM: join(process.cwd(), 'package.json'),
      HASHING_PARAMETERS: JSON.stringify(parameters),
    },
  })
  const waiting: Hasher['waiting'] = new Map()
  lowerPriority(child)
  child.unref()
  child.on('message', (message) => {
    const answer = message as Answer
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  const end = (reason: unknown) => {
    if (hasher?.child === child) hasher = undefined
    for (const [id, resolve] of waiting) resolve({ id, error: `hashing ended: ${reason}` })
    waiting.clear()
  }
  child.on('error', end)
  child.on('disconnect', () => end('disconnected'))
  return { child, waiting }
}

function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid) setPriority(pid, 10)
  } catch {
    // Not allowed here: it competes as any other.
  }
}
