import { type ChildProcess, spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { findNode } from './tools.mjs'

export type Ended = { code: number | null; output: string; problems: string[] }

type Program = {
  args: string[]
  env: Record<string, string>
  timeoutMs: number
  /** Called once for each complete line of either stream, and waited for. */
  onLine?: (line: string) => Promise<void> | undefined
}

/** Runs a tool on its Node until it ends, which it does by itself or with its time. */
export async function runProgram({ args, env, timeoutMs, onLine }: Program): Promise<Ended> {
  const child = spawn(findNode(), args, {
    env: cleanEnv(env) as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  const problems: string[] = []
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        onLine?.(stripVTControlCharacters(line))?.catch((error: Error) => {
          problems.push(error.message)
          stop(child)
        })
      }
    })
  }
  const timer = setTimeout(() => {
    problems.push(`It was ended after ${timeoutMs / 1000} s.`)
    stop(child)
  }, timeoutMs)
  const abandon = () => stop(child)
  process.once('exit', abandon)
  // What it started and left keeps its streams open.
  child.once('exit', abandon)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  process.off('exit', abandon)
  clearTimeout(timer)
  return { code, output, problems }
}

/** With whatever it started itself: it leads a process group of its own. */
function stop(child: ChildProcess): void {
  if (process.platform === 'win32' || !child.pid) {
    child.kill()
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nobody of the group is left.
  }
}

// Nothing of this machine's settings, above all no desktop whose own browser would open.
function cleanEnv(env: Record<string, string>): Record<string, string> {
  const { PATH = '', SystemRoot, TMPDIR } = process.env
  return {
    PATH,
    ...(SystemRoot && { SystemRoot }),
    ...(TMPDIR && { TMPDIR }),
    NO_COLOR: '1',
    ...env,
  }
}
