import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { type Meter, measure } from './measures'

/** Begins to count; what this process counted since can be read from the registry. */
export function startPrometheus(): Registry {
  const register = new Registry()
  collectDefaultMetrics({ register })
  measure(toMeter(register))
  return register
}

const toMeter = (register: Registry): Meter => ({
  counter({ name, help, labels: labelNames }) {
    const counter = new Counter({ name, help, labelNames, registers: [register] })
    return (labels) => counter.inc(labels)
  },
  histogram({ name, help, labels: labelNames }, buckets) {
    const histogram = new Histogram({ name, help, labelNames, buckets, registers: [register] })
    return (labels, seconds) => histogram.observe(labels, seconds)
  },
  gauge({ name, help }, read) {
    new Gauge({
      ...{ name, help, registers: [register] },
      async collect() {
        // Without a database there are figures still, and this one is not among them.
        this.set(await read().catch(() => Number.NaN))
      },
    })
  },
})
