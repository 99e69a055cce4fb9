import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deployMigrations } from '../database/migrations'
import { openDatabase } from '../database/open'

/** Serves this plugin as it is released, from an empty database that is gone with it. */
export async function withSite<T>(work: (origin: string) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'eval-'))
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  // Before anything reads the environment.
  Object.assign(process.env, {
    ...{ APP_ORIGIN: origin, DATA_DIR: dataDir },
    ...{ DATABASE_URL: '', DIRECT_URL: '', DATABASE_EMBEDDED: '' },
  })
  const database = await openDatabase({ what: 'npm run eval', lasting: true })
  try {
    await deployMigrations(database.url)
    const { findEndpoint } = await import('@/lib/endpoints')
    const { serveEndpoint } = await import('@/lib/node-mount')
    server.on('request', (request, response) => {
      const endpoint = findEndpoint((request.url ?? '').split('?')[0] ?? '')
      if (endpoint) void serveEndpoint(endpoint, request, response)
      else response.writeHead(404).end()
    })
    return await work(origin)
  } finally {
    server.closeAllConnections()
    server.close()
    const { disconnect } = await import('@/lib/data/db')
    await disconnect()
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
