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
      {series.map(({ name, stroke }, kind) => (
        <path
          key={name}
          d={
            line<(typeof points)[number]>()
              .defined(({ values }) => values[kind] !== null)
              .x((_, n) => middle(n))
              .y(({ values }) => y(values[kind] ?? 0))(points) ?? undefined
          }
          fill="none"
          strokeWidth={2}
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
          className={stroke}
        />
      ))}
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
