import { runScript } from '../../scripts/stop'
import { startApp } from './app'
import { runAuthorizationScenarios } from './authorization-scenarios'
import { startBearerProxy } from './bearer-proxy'
import { runClients } from './clients'
import { openBrowser } from './person'
import { createReport, end } from './report'
import { runServerScenarios } from './server-scenarios'
import { signIn } from './sign-in'

/** `npm run conformance -- [--only PART,…] [--client PROGRAM] [--report FILE]` */
const option = (name: string): string | undefined =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined

// So that what was started is ended: see program.ts.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))

await runScript(async () => {
  const report = createReport()
  const app = await startApp()
  const browser = await openBrowser()
  const surroundings = { origin: app.origin, people: browser, report }

  const parts: Record<string, () => Promise<void>> = {
    server: () => runServerScenarios(`${app.origin}/mcp`, 'without a token', report),
    async 'server-signed-in'() {
      const person = await browser.newPerson()
      const proxy = await startBearerProxy(app.origin, await signIn(app.origin, person))
      await runServerScenarios(`${proxy.origin}/mcp`, 'signed in', report)
      proxy.stop()
    },
    'authorization-server': () => runAuthorizationScenarios(surroundings),
    clients: () => runClients(surroundings, option('--client')),
  }

  try {
    for (const [name, run] of Object.entries(parts)) {
      if (!(option('--only') ?? name).split(',').includes(name)) continue
      console.log(`\n── ${name}`)
      await run().catch((error: Error) => report.add(name, [error.stack ?? String(error)]))
    }
  } finally {
    await browser.close()
    await app.stop()
  }
  return end(report, option('--report'))
})
