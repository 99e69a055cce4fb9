import { generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'

/** Dark on white in both colour schemes: not every camera reads it the other way round. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const code = generate(text)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${code.size + 8} ${code.size + 8}`}
      className="mx-auto block w-56 max-w-full rounded-lg border border-line"
      shapeRendering="crispEdges"
    >
      <rect x="-4" y="-4" width="100%" height="100%" fill="#fff" />
      <path d={toSvgPath(code)} fill="#000" />
    </svg>
  )
}
