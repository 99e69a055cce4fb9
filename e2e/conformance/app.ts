import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '../../scripts/build'
import { freePort, run } from '../processes'

export type App = { origin: string; stop: () => Promise<void> }

/** The app as `npm start` runs it, on a free port, with a data folder of its own. */
export async function startApp(): Promise<App> {
  const given = process.env.CONFORMANCE_ORIGIN
  if (given) return { origin: new URL(given).origin, stop: async () => {} }
  // Where it is not built yet: that takes longer than a start may.
  await buildIfStale()
  const dataDir = mkdtempSync(join(tmpdir(), 'conformance-'))
  const port = await freePort()
  const app = await run(
    () => ['scripts/start.mjs'],
    {
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      APP_ORIGIN: '',
      // As a script of npm it ends when its parent does, however that came about.
      npm_lifecycle_event: 'conformance',
    },
    port,
  )
  return {
    origin: `http://localhost:${port}`,
    async stop() {
      const ended = once(app.child, 'exit')
      // To this process alone: it ends the others in their order.
      app.child.kill('SIGTERM')
      await ended
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
