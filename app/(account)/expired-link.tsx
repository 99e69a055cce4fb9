import type { ReactNode } from 'react'
import { Panel } from '@/app/ui/panel'

type ExpiredLinkProps = {
  /** Where a new one is to be had. */
  again: string
  text: string
  /** In the place of that link, where one click sends a new one. */
  children?: ReactNode
}

/** For a mailed link that was used, replaced or too old; it does not say which. */
export function ExpiredLink({ again, text, children }: ExpiredLinkProps) {
  return (
    <Panel
      title="This link does not work any more"
      lead="It was used already, or it is too old."
      isStep
    >
      {children ?? (
        <a href={again} className="button w-full">
          {text}
        </a>
      )}
    </Panel>
  )
}
