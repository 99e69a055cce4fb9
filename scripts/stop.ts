import { existsSync } from 'node:fs'
import { EnvError, PublicError } from '@/lib/errors'

/** Ends a script with one line for the person at the terminal; never holds a secret. */
export class StopError extends Error {}

/** Runs a script to its end and turns a failure into a line and an exit code. */
export async function runScript(script: () => Promise<number | undefined>) {
  try {
    // As Next does; what is set already stays.
    if (existsSync('.env')) process.loadEnvFile('.env')
    process.exitCode = (await script()) ?? 0
  } catch (error) {
    console.error(isForPeople(error) ? error.message : error)
    process.exitCode = 1
  }
}

const isForPeople = (error: unknown): error is Error =>
  error instanceof StopError || error instanceof EnvError || error instanceof PublicError
