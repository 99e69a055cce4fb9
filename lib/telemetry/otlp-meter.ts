import type { Meter as OtelMeter } from '@opentelemetry/api'
import type { Meter } from './measures'

export const toMeter = (meter: OtelMeter): Meter => ({
  counter({ name, help }) {
    const counter = meter.createCounter(name, { description: help })
    return (labels) => counter.add(1, labels)
  },
  histogram({ name, help }, buckets) {
    const advice = { explicitBucketBoundaries: buckets }
    const histogram = meter.createHistogram(name, { description: help, unit: 's', advice })
    return (labels, seconds) => histogram.record(seconds, labels)
  },
  gauge({ name, help }, read) {
    const gauge = meter.createObservableGauge(name, { description: help })
    gauge.addCallback(async (result) => {
      // Without a database there are figures still, and this one is not among them.
      const value = await read().catch(() => null)
      if (value !== null) result.observe(value)
    })
  },
})
