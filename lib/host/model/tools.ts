import { jsonSchema, type ToolSet, tool } from 'ai'
import type { Operation } from '../installation'
import type { SeenInstallation } from '../kept/installation'

/** What a tool's name stands for. */
export type Target = { seen: SeenInstallation; operation: Operation }

/** Every operation of the plugins that are on; the name says whose it is, as hosts put it. */
export function toTargets(active: SeenInstallation[]): Map<string, Target> {
  const targets = new Map<string, Target>()
  for (const [index, seen] of active.entries()) {
    for (const operation of seen.installation.operations) {
      targets.set(toToolName(seen, index, operation.name), { seen, operation })
    }
  }
  return targets
}

// Two plugins may have the same name, and a provider takes 64 of these characters.
export const toToolName = ({ installation }: SeenInstallation, index: number, name: string) =>
  `${clean(installation.nameForModel).slice(0, 16)}${index}_${clean(name)}`.slice(0, 64)

const clean = (text: string): string => text.replace(/[^\w-]/g, '_')

/** Without a way to run: the host decides when a call is made. */
export const toTools = (targets: Map<string, Target>): ToolSet =>
  Object.fromEntries(
    [...targets].map(([name, { operation }]) => [
      name,
      tool({
        description: operation.description,
        inputSchema: jsonSchema(operation.inputSchema as Parameters<typeof jsonSchema>[0]),
      }),
    ]),
  )
