import { stack } from 'd3-shape'
import { Chart } from './chart'
import { Grid } from './grid'
import { toNumber, toShort } from './numbers'
import { along, threeOf, upTo } from './scale'
import { size } from './size'

export type Series = { name: string; fill: string }

type BarsProps = {
  title: string
  description: string
  /** From the bottom up. */
  series: Series[]
  /** One value for each of the series. */
  points: { step: string; values: number[] }[]
}

/** How many, in each day or hour, of which kind. */
export function Bars({ title, description, series, points }: BarsProps) {
  const { y, ticks } = upTo(Math.max(...points.map(({ values }) => sum(values))))
  const x = along(points.length)
  const layers = stack<(typeof points)[number], number>()
    .keys(series.keys())
    .value(({ values }, kind) => values[kind] ?? 0)(points)
  const steps = points.map(({ step }) => step)
  return (
    <Chart
      title={title}
      description={description}
      legend={series.map(({ name, fill }) => ({ name, swatch: fill }))}
      ticks={ticks.map(toShort)}
      steps={threeOf(steps)}
      figures={{
        columns: ['When', ...series.map(({ name }) => name)],
        rows: points.map(({ step, values }) => [step, ...values.map(toNumber)]).reverse(),
      }}
    >
      <Grid at={ticks.map(y)} />
      {layers.map((layer) => (
        <g key={layer.key} className={series[layer.key]?.fill}>
          {layer.map(([from, to], n) => (
            <rect
              key={steps[n]}
              x={x(n)}
              width={x.bandwidth()}
              y={y(to)}
              height={y(from) - y(to)}
            />
          ))}
        </g>
      ))}
      {points.map(({ step, values }, n) => (
        <rect
          key={step}
          x={x(n)}
          width={x.step()}
          height={size.height}
          className="fill-transparent"
        >
          <title>{`${step}: ${series.map(({ name }, kind) => `${toNumber(values[kind] ?? 0)} ${name}`).join(', ')}`}</title>
        </rect>
      ))}
    </Chart>
  )
}

const sum = (values: number[]): number => values.reduce((all, one) => all + one, 0)
