import { expect, it } from 'vitest'
import { isExported } from './start'

const endpoint = 'http://localhost:4318'

it.each([
  [{}, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: '' }, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }, true],
  [{ OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: endpoint }, true],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SDK_DISABLED: 'True' }, false],
])('%o sends: %s', (variables, sends) => {
  expect(isExported(variables)).toBe(sends)
})
