import type { ReactNode } from 'react'
import { WayBack } from './way-back'

type SettingPageProps = {
  title: string
  lead?: ReactNode
  /** What was just done, for whoever did it. */
  done?: string | false
  children: ReactNode
}

/** One page of the account: the way back, what it is about, and what can be done. */
export function SettingPage({ title, lead, done, children }: SettingPageProps) {
  return (
    <div className="mx-auto max-w-3xl px-4 pt-10 sm:px-6 sm:pt-14">
      <WayBack />
      <h1 className="mt-2 text-3xl">{title}</h1>
      {lead && <p className="mt-2 text-soft">{lead}</p>}
      {done && (
        <p role="status" className="mt-6 rounded-lg bg-tint px-4 py-3 font-medium">
          {done}
        </p>
      )}
      {children}
    </div>
  )
}
