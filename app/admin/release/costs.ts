import { catalog } from '@/lib/operations'
import type { Surface } from '@/lib/release/exposure'

export type Costs = Map<string, Record<Surface, number>>

let counted: Costs | undefined

/** Tokens that each operation takes of a model's attention on each surface, before it is ever used. */
export async function readCosts(): Promise<Costs> {
  if (counted) return counted
  const { copilotTokens, openApiTokens, promptTokens } = await import('@/lib/plugin/cost')
  counted = new Map(
    catalog.operations.map((operation) => {
      const inOpenApi = openApiTokens(operation)
      const copilot = copilotTokens(operation)
      const costs = { plugin: inOpenApi, action: inOpenApi, mcp: promptTokens(operation), copilot }
      return [operation.name, costs]
    }),
  )
  return counted
}
