import { size } from './size'

/** A fine line at each mark of the scale. */
export const Grid = ({ at }: { at: number[] }) =>
  at.map((y) => (
    <line
      key={y}
      x1={0}
      x2={size.width}
      y1={y}
      y2={y}
      vectorEffect="non-scaling-stroke"
      className="stroke-line"
    />
  ))
