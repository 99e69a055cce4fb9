import { type ReactNode, useId } from 'react'
import { size } from './size'

export type Legend = { name: string; swatch: string }

type ChartProps = {
  title: string
  /** What it shows, in a sentence for whoever does not see it. */
  description: string
  legend: Legend[]
  /** From nought up, evenly spaced. */
  ticks: string[]
  /** Under the first, the middle and the last point. */
  steps: string[]
  figures: { columns: string[]; rows: string[][] }
  children: ReactNode
}

/** A drawing that fits any width: its words are not drawn but set, so that they never shrink. */
export function Chart(props: ChartProps) {
  const { title, description, legend, ticks, steps, figures, children } = props
  const id = useId()
  return (
    <figure className="card min-w-0 p-4 sm:p-5">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="text-base">{title}</h3>
        <ul className="flex flex-wrap gap-x-4 text-soft text-xs">
          {legend.map(({ name, swatch }) => (
            <li key={name} className="flex items-center gap-1.5">
              <svg aria-hidden="true" viewBox="0 0 8 8" className="size-2">
                <rect width="8" height="8" rx="2" className={swatch} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      </figcaption>
      <div className="mt-4 grid grid-cols-[auto_1fr] gap-x-2 text-soft text-xs tabular-nums">
        <ol aria-hidden="true" className="-my-2 flex flex-col-reverse justify-between text-end">
          {ticks.map((tick) => (
            <li key={tick}>{tick}</li>
          ))}
        </ol>
        <svg
          role="img"
          aria-labelledby={`${id}t ${id}d`}
          viewBox={`0 0 ${size.width} ${size.height}`}
          preserveAspectRatio="none"
          className="h-36 w-full overflow-visible"
        >
          <title id={`${id}t`}>{title}</title>
          <desc id={`${id}d`}>{description}</desc>
          {children}
        </svg>
        <ol aria-hidden="true" className="col-start-2 mt-2 flex justify-between">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      <Figures title={title} {...figures} />
    </figure>
  )
}

function Figures({ title, columns, rows }: { title: string } & ChartProps['figures']) {
  return (
    <details className="mt-3 text-sm">
      <summary className="cursor-pointer text-soft hover:text-ink">
        Figures<span className="sr-only"> of {title}</span>
      </summary>
      <table className="mt-2 w-full text-start tabular-nums">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="py-1 pe-4 text-start font-medium text-soft">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others]) => (
            <tr key={first} className="border-line border-t">
              <th scope="row" className="whitespace-nowrap py-1 pe-4 text-start font-normal">
                {first}
              </th>
              {others.map((value, n) => (
                <td key={columns[n + 1]} className="py-1 pe-4">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
