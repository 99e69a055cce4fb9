import type { ReactNode } from 'react'
import { Leaving } from './leaving'
import { WayBack } from './way-back'

type SubPageProps = { accountId: string; title: string; lead?: ReactNode; children: ReactNode }

/** A page below the account, with the way back. */
export function SubPage({ accountId, title, lead, children }: SubPageProps) {
  return (
    <div className="mx-auto max-w-3xl px-4 pt-10 sm:px-6 sm:pt-14">
      <Leaving accountId={accountId} />
      <WayBack />
      <h1 className="mt-2 text-3xl">{title}</h1>
      {lead && <p className="mt-2 text-soft">{lead}</p>}
      {children}
    </div>
  )
}

export const Notice = ({ children }: { children: ReactNode }) => (
  <p role="status" className="mt-6 rounded-lg bg-tint px-4 py-3 font-medium">
    {children}
  </p>
)
