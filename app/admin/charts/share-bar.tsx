/** A part of a whole, as a bar; the words beside it say the same. */
export const ShareBar = ({ share, fill = 'fill-brand' }: { share: number; fill?: string }) => (
  <svg
    aria-hidden="true"
    viewBox="0 0 100 8"
    preserveAspectRatio="none"
    className="h-2 w-full overflow-hidden rounded-full"
  >
    <rect width="100" height="8" className="fill-sunken" />
    <rect width={Math.min(1, Math.max(0, share)) * 100} height="8" className={fill} />
  </svg>
)
