import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { PublicError } from '@/lib/errors'

type Job = { act: 'hash'; password: string } | { act: 'verify'; password: string; stored: string }
type Answer = { id: number; result?: string | boolean; error?: string }

/** argon2id with 19 MiB, two passes, one lane: OWASP's recommendation; its own salt each. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// A string, because two bundlers with different ideas of workers build what runs this.
const source = `
const { parentPort, workerData } = require('node:worker_threads')
const { hashSync, verifySync } = require(workerData.argon2)
try {
  // On Linux a thread has a priority of its own, and /proc/thread-self names it.
  const thread = Number(require('node:fs').readlinkSync('/proc/thread-self').split('/').pop())
  require('node:os').setPriority(thread, 19)
} catch {}
parentPort.on('message', ({ id, act, password, stored }) => {
  try {
    const result = act === 'hash' ? hashSync(password, workerData.parameters) : verifySync(stored, password)
    parentPort.postMessage({ id, result })
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) })
  }
})`

/** At about 30 ms each, nobody waits much longer than a second and a half. */
const longestQueue = 50

type Thread = { worker: Worker; waiting: Map<number, (answer: Answer) => void> }

let thread: Thread | undefined
let lastId = 0

/**
 * Hashes one password after the other on a thread of low priority: requests that are answered
 * meanwhile keep the processors. Node's own pool would hash four at once and starve them.
 */
export async function runHashing(job: Job): Promise<string | boolean> {
  thread ??= start()
  const { worker, waiting } = thread
  if (waiting.size >= longestQueue) {
    throw new PublicError(
      'too_many_requests',
      'Many people sign in right now. Try again in a moment.',
    )
  }
  const id = ++lastId
  const answer = await new Promise<Answer>((resolve) => {
    waiting.set(id, resolve)
    worker.ref()
    worker.postMessage({ id, ...job })
  })
  if (waiting.size === 0) worker.unref()
  if (answer.result === undefined) throw new Error(answer.error)
  return answer.result
}

function start(): Thread {
  const argon2 = createRequire(join(process.cwd(), 'package.json')).resolve('@node-rs/argon2')
  const worker = new Worker(source, { eval: true, workerData: { argon2, parameters } })
  const waiting: Thread['waiting'] = new Map()
  worker.unref()
  worker.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  worker.on('error', (error) => {
    thread = undefined
    for (const [id, resolve] of waiting) resolve({ id, error: String(error) })
  })
  return { worker, waiting }
}
