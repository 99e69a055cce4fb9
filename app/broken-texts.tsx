'use client'

import { createContext, type ReactNode, useContext } from 'react'

export type Texts = { title: string; lead: string; retry: string; support: string; number: string }

const Context = createContext<Texts | null>(null)

/** What error.tsx says, which only the browser can show: the layout sends it ahead. */
export const BrokenTexts = ({ texts, children }: { texts: Texts; children: ReactNode }) => (
  <Context value={texts}>{children}</Context>
)

export const useBrokenTexts = (): Texts | null => useContext(Context)
