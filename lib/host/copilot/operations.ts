import type { Auth, Operation } from '../installation'
import { ownObject } from '../json'
import type { Report } from '../problems'
import type { CopilotFunction } from './functions'
import type { CopilotRuntime } from './runtimes'

type Read = { functions: CopilotFunction[]; runtimes: CopilotRuntime[] }

/** The operations of the document that are functions of the manifest, or all where it lists none. */
export function toFunctions(
  operations: Operation[],
  { functions, runtimes }: Read,
  report: Report,
): Operation[] {
  const listed = functions.length > 0 ? functions : operations.map(({ name }) => bare(name))
  const found = listed.flatMap((each) => {
    const operation = operations.find(({ name }) => name === each.name)
    const runtime = runtimes.find(({ runs }) => runs(each.name))
    if (operation === undefined) report.note('agent_function_unknown', { where: each.name })
    else if (runtime === undefined) report.note('agent_function_idle', { where: each.name })
    else return [toFunction(operation, each, { isOpen: runtime.auth === 'None', report })]
    return []
  })
  if (found.length === 0) report.refuse('no_operations')
  return found
}

const bare = (name: string): CopilotFunction => ({
  ...{ name, description: null, parameters: null, asks: null, isNonConsequential: false },
})

function toFunction(
  operation: Operation,
  { name, description, parameters, asks, isNonConsequential }: CopilotFunction,
  { isOpen, report }: { isOpen: boolean; report: Report },
): Operation {
  const known = operation.parameters.map((parameter) => parameter.name)
  for (const parameter of Object.keys(ownObject(parameters, 'properties') ?? {})) {
    if (!known.includes(parameter))
      report.note('agent_parameter', { where: `${name}.${parameter}` })
  }
  // The schema's own text: for a GET only, and not where the document says it itself.
  const isToldFree =
    isNonConsequential && operation.method === 'GET' && operation.isConsequential === null
  return {
    ...operation,
    ...(description !== null && { description }),
    ...(parameters !== null && { inputSchema: parameters }),
    ...(asks !== null && { asks }),
    ...(isToldFree && { isConsequential: false }),
    isOpen,
  }
}

/** How calls say who makes them: the vault's registration is the document's own scheme here. */
export function toAuth(runtimes: CopilotRuntime[], said: Auth, report: Report): Auth {
  const wants = runtimes.map(({ auth }) => auth)
  if (wants.includes('OAuthPluginVault')) {
    if (said.type !== 'oauth') report.note('agent_auth', { where: 'OAuthPluginVault' })
    return said
  }
  if (!wants.includes('ApiKeyPluginVault')) return { type: 'none' }
  if (said.type === 'key') return said
  report.note('agent_auth', { where: 'ApiKeyPluginVault' })
  return { type: 'key', whose: 'service', scheme: 'bearer', header: null, verificationToken: null }
}
