import type { ReactNode } from 'react'

/** What is known of one thing: names and values, on a narrow screen one above the other. */
export const Facts = ({ children }: { children: ReactNode }) => (
  <dl className="grid gap-x-6 text-sm sm:grid-cols-[9rem_1fr] sm:gap-y-2 [&>dt:not(:first-of-type)]:max-sm:mt-3">
    {children}
  </dl>
)

export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-soft">{name}</dt>
    <dd className="[overflow-wrap:anywhere]">{children}</dd>
  </>
)
