import { AsyncLocalStorage } from 'node:async_hooks'
import { type Context, type ContextManager, ROOT_CONTEXT } from '@opentelemetry/api'

/** OpenTelemetry's context in a store of ours, which the channels can enter too. */
export function createStoredContext() {
  const store = new AsyncLocalStorage<Context>()
  const manager: ContextManager = {
    active: () => store.getStore() ?? ROOT_CONTEXT,
    with: (context, work, self, ...given) => store.run(context, () => work.apply(self, given)),
    bind(context, target) {
      if (typeof target !== 'function') return target
      const bound = (...given: unknown[]) => store.run(context, () => target(...given))
      return bound as typeof target
    },
    enable: () => manager,
    disable: () => manager,
  }
  return { manager, store }
}
