import type { Instrumentation } from 'next'

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ quietConsole }, { startSweeping }, { telemetry }] = await Promise.all([
    import('@/lib/quiet-console'),
    import('@/lib/sweep/interval'),
    import('@/lib/telemetry/start'),
  ])
  quietConsole()
  await telemetry()
  startSweeping()
}

/** The page shows the id of the request; `number` where a browser does not tell it. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ log }, { inRequest, requestId, requestIdHeader }] = await Promise.all([
    import('@/lib/log'),
    import('@/lib/request-id'),
  ])
  const id = requestId() ?? [request.headers[requestIdHeader]].flat()[0] ?? ''
  const number = (error as { digest?: string }).digest
  const facts = { number, route: context.routePath, of: context.routeType }
  inRequest(id, () => log.error('page failed', error, facts))
}
