import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'

export type Contender = {
  origin: string
  pid: number
  startedInMs: number
  stop: () => Promise<void>
}

/** Starts a server of the comparison on a free port and waits until it answers. */
export async function start(
  command: (port: number) => string[],
  env: (port: number) => Record<string, string>,
): Promise<Contender> {
  const port = await freePort()
  const begun = performance.now()
  const child = spawn(process.execPath, command(port), {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...env(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await answers(`http://127.0.0.1:${port}/health`, child)
  return {
    origin: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    startedInMs: performance.now() - begun,
    stop: () => ended(child),
  }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`a server ended with code ${child.exitCode}`)
    if (await fetch(url).catch(() => null)) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`${url} did not answer`)
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), 5000).unref()
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
