import { expect, it } from 'vitest'
import { catalog } from '@/lib/operations'
import { toOpened } from './opens'

it('names every operation that a scope opens, and which of them ask first', () => {
  for (const scope of catalog.scopes) {
    const named = toOpened(catalog, scope)
    const opened = catalog.operations.filter((operation) => operation.scope === scope)
    expect(named.map(({ summary }) => summary)).toEqual(opened.map(({ summary }) => summary))
    expect(named.length).toBeGreaterThan(0)
  }
  const asking = catalog.operations.filter(({ confirm }) => confirm !== undefined)
  const named = catalog.scopes.flatMap((scope) => toOpened(catalog, scope))
  expect(named.filter(({ asksFirst }) => asksFirst)).toHaveLength(asking.length)
})

it('names nothing for data that no operation needs', () => {
  expect(toOpened(catalog, 'email')).toEqual([])
})
