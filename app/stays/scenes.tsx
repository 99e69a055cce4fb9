import type { ReactNode } from 'react'
import type { Palette } from './palettes'
import type { Random } from './random'

export const [wide, high] = [480, 320]

type Scene = (random: Random, colors: Palette, sunX: number) => ReactNode

const hills: Scene = (random, { layers, lit }) => {
  const [x, y] = [random.between(130, 300), 256]
  return (
    <>
      {layers.map((color, depth) => (
        <path key={color} d={ridge(random, 175 + depth * 42, 34 - depth * 7)} fill={color} />
      ))}
      <path d={`M${x} ${y - 34}l26-22 26 22V${high}h-52Z`} fill={layers[2]} />
      <rect x={x + 9} y={y - 28} width="12" height="14" rx="2" fill={lit} />
      <rect x={x + 31} y={y - 28} width="12" height="14" rx="2" fill={lit} />
    </>
  )
}

const skyline: Scene = (random, { layers, lit }) =>
  layers.map((color, depth) => {
    const houses: ReactNode[] = []
    for (let x = -random.between(0, 30); x < wide; ) {
      const [w, h] = [random.between(38, 70), random.between(60, 140) - depth * 22]
      houses.push(<path key={x} d={house(random, x, high - h - 34 + depth * 10, w)} fill={color} />)
      for (let row = 0; depth === 2 && row < 4; row++) {
        for (let column = 0; column < 3; column++) {
          const at = { x: x + 8 + (column * (w - 24)) / 2, y: high - h - 6 + row * 22 }
          if (random.next() < 0.45) {
            houses.push(
              <rect
                key={`${x}-${row}-${column}`}
                {...at}
                width="8"
                height="11"
                rx="1"
                fill={lit}
              />,
            )
          }
        }
      }
      x += w
    }
    return <g key={color}>{houses}</g>
  })

const sea: Scene = (random, { layers, sun }, sunX) => (
  <>
    <path d={ridge(random, 176, 26)} fill={layers[0]} />
    <rect y="196" width={wide} height="124" fill={layers[1]} />
    {[206, 220, 238, 260].map((y, row) => {
      const length = 70 - row * 9
      return (
        <rect
          key={y}
          x={sunX - length / 2}
          y={y}
          width={length}
          height="4"
          rx="2"
          fill={sun}
          opacity="0.7"
        />
      )
    })}
    <path d={ridge(random, 284, 16)} fill={layers[2]} />
  </>
)

/** A wavy land from edge to edge, down to the bottom. */
function ridge(random: Random, y: number, swing: number): string {
  const heights = Array.from({ length: 5 }, () => y + random.between(-swing, swing))
  const curve = heights.slice(1).map((end, step) => {
    const [from, to, start] = [step * 120, (step + 1) * 120, heights[step]]
    return `C${from + 60} ${start} ${from + 60} ${end} ${to} ${end}`
  })
  return `M0 ${heights[0]}${curve.join('')}V${high}H0Z`
}

function house(random: Random, x: number, y: number, width: number): string {
  const peak = random.next() < 0.4 ? `L${x + width / 2} ${y - width / 3}` : ''
  return `M${x} ${high}V${y}${peak}L${x + width} ${y}V${high}Z`
}

// Most stays are in cities.
export const scenes = [skyline, skyline, hills, sea]
