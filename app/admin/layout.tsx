import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { nav } from './nav'
import { NavLinks } from './nav-links'
import { requireStaff } from './staff'

export const metadata: Metadata = {
  title: { default: 'Dashboard', template: '%s · Dashboard' },
  robots: { index: false },
}

/** The frame of the operators' pages, which exist in English only. Each page asks for itself, too. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const person = await requireStaff()
  return (
    <div lang="en" dir="ltr" data-wide className="mx-auto max-w-[88rem] lg:flex">
      <nav
        aria-label="Dashboard"
        className="border-line border-b bg-surface lg:w-52 lg:flex-none lg:border-b-0 lg:bg-transparent"
      >
        <NavLinks items={nav} />
      </nav>
      <div className="min-w-0 flex-1 px-4 pt-8 sm:px-6 lg:px-8">
        {person.role === 'analyst' && (
          <p className="mb-6 rounded-lg bg-brass-tint px-4 py-2 text-brass text-sm">
            You are an analyst: you can read everything here and change nothing.
          </p>
        )}
        {children}
      </div>
    </div>
  )
}
