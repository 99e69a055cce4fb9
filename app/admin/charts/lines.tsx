import { line } from 'd3-shape'
import { Chart } from './chart'
import { Grid } from './grid'
import { toLength } from './numbers'
import { along, threeOf, upTo } from './scale'
import { size } from './size'

export type LineSeries = { name: string; stroke: string; swatch: string }

type LinesProps = {
  title: string
  description: string
  series: LineSeries[]
  /** Milliseconds for each of the series; null where there is nothing to tell. */
  points: { step: string; values: (number | null)[] }[]
}

/** How long, in each day or hour. A line has a gap where nothing was measured. */
export function Lines({ title, description, series, points }: LinesProps) {
  const { y, ticks } = upTo(Math.max(...points.flatMap(({ values }) => values.map(Number))))
  const x = along(points.length)
  const middle = (n: number) => (x(n) ?? 0) + x.bandwidth() / 2
  const steps = points.map(({ step }) => step)
  return (
    <Chart
      title={title}
      description={description}
      legend={series}
      ticks={ticks.map(toLength)}
      steps={threeOf(steps)}
      figures={{
        columns: ['When', ...series.map(({ name }) => name)],
        rows: points.map(({ step, values }) => [step, ...values.map(toLength)]).reverse(),
      }}
    >
      <Grid at={ticks.map(y)} />
      {series.flatMap(({ name, stroke }, kind) => {
        const isThere = (n: number) => (points[n]?.values[kind] ?? null) !== null
        const isAlone = (n: number) => isThere(n) && !isThere(n - 1) && !isThere(n + 1)
        const drawn = line<(typeof points)[number]>()
          .x((_, n) => middle(n))
          .y(({ values }) => y(values[kind] ?? 0))
        // A point between two gaps is a line of no length: its round end is all that is seen of it.
        return [
          { width: 2, path: drawn.defined((_, n) => isThere(n))(points) },
          { width: 7, path: drawn.defined((_, n) => isAlone(n))(points) },
        ].map(({ width, path }) => (
          <path
            key={`${name} ${width}`}
            d={path ?? undefined}
            fill="none"
            strokeWidth={width}
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
            className={stroke}
          />
        ))
      })}
      {points.map(({ step, values }, n) => (
        <rect
          key={step}
          x={x(n)}
          width={x.step()}
          height={size.height}
          className="fill-transparent"
        >
          <title>{`${step}: ${series.map(({ name }, kind) => `${name} ${toLength(values[kind] ?? null)}`).join(', ')}`}</title>
        </rect>
      ))}
    </Chart>
  )
}
