import type { ReactNode } from 'react'

/** An address in a sentence, whichever way that runs. */
export const ownAddress = {
  b: (text: ReactNode) => <bdi className="font-bold text-ink">{text}</bdi>,
  address: (text: ReactNode) => <bdi>{text}</bdi>,
}
