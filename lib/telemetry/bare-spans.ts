import type { ReadableSpan, Span, SpanProcessor } from '@opentelemetry/sdk-trace-base'

/**
 * Next traces its pages by itself, with the address that was asked for and the words of errors, either
 * of which may hold a code or a token. What goes out is what names something of ours.
 */
export class BareSpans implements SpanProcessor {
  constructor(private readonly next: SpanProcessor) {}

  onStart(span: Span, context: Parameters<SpanProcessor['onStart']>[1]): void {
    this.next.onStart(span, context)
  }

  onEnd(span: ReadableSpan): void {
    for (const name of Object.keys(span.attributes)) {
      if (!isKept(name)) delete span.attributes[name]
    }
    // Next names a fetch by its whole address.
    Object.assign(span, { name: span.name.replace(/ https?:\S*/, '') })
    span.events.length = 0
    delete span.status.message
    this.next.onEnd(span)
  }

  forceFlush(): Promise<void> {
    return this.next.forceFlush()
  }

  shutdown(): Promise<void> {
    return this.next.shutdown()
  }
}

const kept = new Set([
  ...['http.request.method', 'http.route', 'http.response.status_code', 'http.method'],
  ...['http.status_code', 'next.route', 'next.span_type', 'db.system.name', 'db.query.summary'],
])

const isKept = (name: string): boolean => kept.has(name) || name.startsWith('latchkey.')
