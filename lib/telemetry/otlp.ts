import { context, metrics, trace } from '@opentelemetry/api'
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { log } from '@/lib/log'
import packageJson from '@/package.json' with { type: 'json' }
import { BareSpans } from './bare-spans'
import { createStoredContext } from './context'
import { createExporters, isWanted } from './exporters'
import { measure } from './measures'
import { toMeter } from './otlp-meter'
import { traceAll } from './spans'

/**
 * Sends traces and metrics by OTLP over HTTP, as the variables of the OpenTelemetry specification
 * say; resolves, when it is told to end, once the last of them are sent.
 */
export async function startOtlp(): Promise<() => Promise<void>> {
  const given = detectResources({ detectors: [envDetector] })
  const resource = resourceFromAttributes({
    'service.name': packageJson.name,
    'service.version': packageJson.version,
  }).merge(given)
  const exporters = await createExporters()
  const ends: (() => Promise<void>)[] = []
  if (isWanted('TRACES')) {
    const processor = new BareSpans(new BatchSpanProcessor(exporters.spans))
    const provider = new BasicTracerProvider({ resource, spanProcessors: [processor] })
    const { manager, store } = createStoredContext()
    context.setGlobalContextManager(manager)
    // Next takes part by itself once there is a provider. Nobody's traceparent is taken over.
    trace.setGlobalTracerProvider(provider)
    traceAll(provider.getTracer(packageJson.name), store)
    ends.push(() => provider.shutdown())
  }
  if (isWanted('METRICS')) {
    const { OTEL_METRIC_EXPORT_INTERVAL: interval } = process.env
    const reader = new PeriodicExportingMetricReader({
      exporter: exporters.metrics,
      ...(interval && { exportIntervalMillis: Number(interval) }),
    })
    const provider = new MeterProvider({ resource, readers: [reader] })
    metrics.setGlobalMeterProvider(provider)
    measure(toMeter(provider.getMeter(packageJson.name)))
    ends.push(() => provider.shutdown())
  }
  return async () => {
    await Promise.all(ends.map((end) => end())).catch((error) => log.warn('telemetry lost', error))
  }
}
