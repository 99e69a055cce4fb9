import type { ReactNode } from 'react'

/** How the words of others stand in a sentence of ours, whichever way it runs. */
export const words = {
  app: (text: ReactNode) => <bdi>{text}</bdi>,
  mail: (text: ReactNode) => <bdi>{text}</bdi>,
  b: (text: ReactNode) => (
    <strong className="[overflow-wrap:anywhere]">
      <bdi>{text}</bdi>
    </strong>
  ),
}
