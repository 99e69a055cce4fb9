import { palettes } from './palettes'
import { createRandom } from './random'
import { high, scenes, wide } from './scenes'

type ArtworkProps = { slug: string; width?: number; height?: number; className?: string }

/**
 * A view for a stay that has no photograph: drawn from its slug, so it is always the same.
 * Plain elements with attributes only, because next/og draws it too.
 */
export function Artwork({ slug, width = wide, height = high, className }: ArtworkProps) {
  const random = createRandom(slug)
  const colors = random.pick(palettes)
  const scene = random.pick(scenes)
  const sun = { x: random.between(160, 320), y: random.between(70, 130), r: random.between(26, 44) }
  const sky = `sky-${slug}`
  return (
    <svg
      viewBox={`0 0 ${wide} ${high}`}
      width={width}
      height={height}
      preserveAspectRatio="xMidYMid slice"
      className={className}
      aria-hidden="true"
    >
      <defs>
        <linearGradient id={sky} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor={colors.sky[0]} />
          <stop offset="1" stopColor={colors.sky[1]} />
        </linearGradient>
      </defs>
      <rect width={wide} height={high} fill={`url(#${sky})`} />
      <circle cx={sun.x} cy={sun.y} r={sun.r * 1.7} fill={colors.sun} opacity="0.25" />
      <circle cx={sun.x} cy={sun.y} r={sun.r} fill={colors.sun} />
      {scene(random, colors, sun.x)}
    </svg>
  )
}
