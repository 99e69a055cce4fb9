import type { AsyncLocalStorage } from 'node:async_hooks'
import type { TracingChannel } from 'node:diagnostics_channel'
import {
  type Attributes,
  type Context,
  context,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api'
import { requestId } from '@/lib/request-id'
import { calls, outbound, requests, statements } from './channels'

type Ended = { error?: unknown }

type Described<Told> = {
  kind: SpanKind
  name: (told: Told) => string
  /** What is known at the end. */
  attributes: (told: Told) => Attributes
}

/** A span for each thing that is told, below the one that it happened in. */
export function traceAll(tracer: Tracer, store: AsyncLocalStorage<Context>): void {
  const spanned = <Told extends object>(
    channel: TracingChannel<unknown, Told>,
    { kind, name, attributes }: Described<Told>,
  ): void => {
    const open = new WeakMap<object, Span>()
    channel.start.bindStore(store as never, (told) => {
      const span = tracer.startSpan(name(told as Told), { kind })
      open.set(told as object, span)
      return trace.setSpan(context.active(), span)
    })
    channel.asyncEnd.subscribe((told) => {
      const span = open.get(told as object)
      if (!span) return
      span.updateName(name(told as Told))
      span.setAttributes(attributes(told as Told))
      if ((told as Ended).error) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    })
  }
  spanned(requests, {
    kind: SpanKind.SERVER,
    name: ({ method, endpoint }) => `${known(method)} ${endpoint}`,
    attributes: ({ method, endpoint, status }) => ({
      'http.request.method': known(method),
      'http.route': endpoint,
      'http.response.status_code': status,
      'latchkey.request_id': requestId(),
    }),
  })
  spanned(calls, {
    kind: SpanKind.INTERNAL,
    name: ({ operation }) => `call ${operation ?? 'nothing'}`,
    attributes: ({ operation, surface, outcome }) => ({
      'latchkey.operation': operation,
      'latchkey.surface': surface,
      'latchkey.outcome': outcome,
    }),
  })
  spanned(statements, {
    kind: SpanKind.CLIENT,
    name: ({ statement }) => statement,
    attributes: ({ statement }) => ({
      'db.system.name': 'postgresql',
      'db.query.summary': statement,
    }),
  })
  spanned(outbound, {
    kind: SpanKind.CLIENT,
    name: ({ to }) => `outbound ${to}`,
    attributes: ({ to }) => ({ 'latchkey.to': to }),
  })
}

// Whatever else a stranger sends is one method.
const known = (method: string): string =>
  /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(method) ? method : '_OTHER'
