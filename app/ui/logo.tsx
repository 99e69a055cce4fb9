/** A keyhole in a speech bubble; the same drawing as public/logo.svg. */
export const mark = {
  bubble:
    'M136 40h240a96 96 0 0 1 96 96v184a96 96 0 0 1-96 96H246l-84 66c-13 10-32 1-32-16v-50.2A96 96 0 0 1 40 320V136a96 96 0 0 1 96-96Z',
  keyhole:
    'M256 106a72 72 0 0 0-37 133.800L199.600 328a17 17 0 0 0 16.600 20.700h79.600a17 17 0 0 0 16.600-20.700L293 239.800A72 72 0 0 0 256 106Z',
}

export function Logo({ className = 'size-7' }: { className?: string }) {
  return (
    <svg viewBox="0 0 512 512" className={className} aria-hidden="true">
      <path className="fill-brand" d={mark.bubble} />
      <path className="fill-keyhole" d={mark.keyhole} />
    </svg>
  )
}
