import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'

export type Running = {
  port: number
  child: ChildProcess
  stop: (signal?: NodeJS.Signals) => Promise<void>
}

/** Starts a process group of its own, on a free port unless one is given, and waits until it answers. */
export async function run(
  command: (port: number) => string[],
  env: Record<string, string>,
  givenPort?: number,
): Promise<Running> {
  const port = givenPort ?? (await freePort())
  const child = spawn(process.execPath, command(port), {
    env: { ...process.env, NODE_ENV: 'production', ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await answers(port, child)
  return {
    port,
    child,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.pid) process.kill(-child.pid, signal)
      await ended
    },
  }
}

async function answers(port: number, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 120_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the process ended with code ${child.exitCode}`)
    if (await fetch(`http://127.0.0.1:${port}/health`).catch(() => null)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the process did not answer')
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

export const nextStart = (port: number): string[] => [
  'node_modules/next/dist/bin/next',
  'start',
  '-p',
  String(port),
]
