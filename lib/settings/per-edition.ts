import { settingsEdition } from './setting'

/** Made when it is first asked for, and anew once a setting was changed. */
export function perEdition<T>(make: () => T | Promise<T>): () => Promise<T> {
  let kept: { edition: string; made: T } | undefined
  return async () => {
    const edition = await settingsEdition()
    if (kept?.edition !== edition) kept = { edition, made: await make() }
    return kept.made
  }
}
