import { freePort } from '../processes'
import { toProblems } from './server-scenarios'
import { register } from './sign-in'
import { failuresOf, runSuite } from './suite'
import type { Surroundings } from './surroundings'
import { watchFor } from './watch'

/** The suite's scenarios for authorization servers: metadata, and the code grant with a person. */
export async function runAuthorizationScenarios(surroundings: Surroundings): Promise<void> {
  const { origin, people, report } = surroundings
  const person = await people.newPerson()
  const port = await freePort()
  const config = await register(origin, `http://127.0.0.1:${port}/callback`)
  const { scenarios, problems } = await runSuite(
    [
      'authorization',
      ...['--url', origin, '--client-id', config.clientMetadata().client_id],
      ...['--resource', `${origin}/mcp`, '--port', String(port)],
    ],
    watchFor(origin, person),
  )
  if (problems.length > 0) report.add('authorization server', problems)
  for (const [scenario, checks] of scenarios) {
    const skipped = checks.filter(({ status }) => status === 'SKIPPED')
    report.add(scenario, [
      ...toProblems([...failuresOf(scenario, checks)]),
      ...skipped.map(({ id, errorMessage }) => `${id} was skipped: ${errorMessage}`),
    ])
  }
}
