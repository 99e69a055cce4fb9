'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { useLatestRequest } from '@/app/latest-request'

export type Texts = { title: string; lead: string; retry: string; support: string; number: string }

const Context = createContext<Texts | null>(null)

/** What error.tsx says, which only the browser can show: the layout sends it ahead. */
export function BrokenTexts({ texts, children }: { texts: Texts; children: ReactNode }) {
  // Watched from the beginning: browsers keep the first 250 exchanges only for who comes later.
  useLatestRequest()
  return <Context value={texts}>{children}</Context>
}

export const useBrokenTexts = (): Texts | null => useContext(Context)
