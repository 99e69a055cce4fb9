import { log } from './log'

/**
 * Libraries write what went wrong to the console, in words that may hold what a person sent. From
 * now on it goes into the log as any error does; text alone is kept where it is theirs, at a start.
 */
export function quietConsole(): void {
  if (process.env.NODE_ENV !== 'production') return
  console.error = (...told: unknown[]) => {
    const error = told.find((part) => part instanceof Error)
    // Next hands it to instrumentation.ts too, which knows the request.
    if (error && 'digest' in error) return
    log.error('written to the console', error)
  }
  console.warn = (...told: unknown[]) =>
    log.warn(
      'written to the console',
      told.find((part) => part instanceof Error),
    )
}
