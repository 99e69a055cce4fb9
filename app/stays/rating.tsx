export function Rating({ value, className = '' }: { value: number; className?: string }) {
  return (
    <span className={`inline-flex items-center gap-1 whitespace-nowrap ${className}`}>
      <svg viewBox="0 0 20 20" className="size-3.5 fill-brass" aria-hidden="true">
        <path d={star} />
      </svg>
      <span className="sr-only">Rated</span> {value.toFixed(1)}
      <span className="sr-only">of 5</span>
    </span>
  )
}

export const star =
  'M10 1.500l2.600 5.500 6 .8-4.400 4.200 1.100 6-5.300-2.900L4.700 18l1.100-6L1.400 7.800l6-.8Z'
