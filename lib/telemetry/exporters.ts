import type { PushMetricExporter } from '@opentelemetry/sdk-metrics'
import type { SpanExporter } from '@opentelemetry/sdk-trace-base'

type Exporters = { spans: SpanExporter; metrics: PushMetricExporter }

/** They read endpoint, headers, timeout and compression from the environment themselves. */
export async function createExporters(): Promise<Exporters> {
  if (process.env.OTEL_EXPORTER_OTLP_PROTOCOL === 'http/json') {
    const [{ OTLPTraceExporter }, { OTLPMetricExporter }] = await Promise.all([
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/exporter-metrics-otlp-http'),
    ])
    return { spans: new OTLPTraceExporter(), metrics: new OTLPMetricExporter() }
  }
  const [{ OTLPTraceExporter }, { OTLPMetricExporter }] = await Promise.all([
    import('@opentelemetry/exporter-trace-otlp-proto'),
    import('@opentelemetry/exporter-metrics-otlp-proto'),
  ])
  return { spans: new OTLPTraceExporter(), metrics: new OTLPMetricExporter() }
}

/** OTEL_TRACES_EXPORTER and OTEL_METRICS_EXPORTER: `otlp`, the default, or `none`. */
export function isWanted(signal: 'TRACES' | 'METRICS'): boolean {
  const named = process.env[`OTEL_${signal}_EXPORTER`] || 'otlp'
  return named.split(',').includes('otlp')
}
