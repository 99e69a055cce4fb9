import { scaleBand, scaleLinear } from 'd3-scale'
import { size } from './size'

const marks = 4

/** Nought at the bottom and a round number at the top. */
export function upTo(most: number) {
  const y = scaleLinear()
    .domain([0, Math.max(most, marks)])
    .range([size.height, 0])
    .nice(marks)
  return { y, ticks: y.ticks(marks) }
}

export const along = (points: number) =>
  scaleBand<number>()
    .domain(Array.from({ length: points }, (_, n) => n))
    .range([0, size.width])
    .paddingInner(0.25)
    .paddingOuter(0.1)

/** The first, the middle and the last. */
export const threeOf = (all: string[]): string[] =>
  [all[0], all[Math.floor((all.length - 1) / 2)], all.at(-1)].filter((one) => one !== undefined)
