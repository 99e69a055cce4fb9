import type { Metadata } from 'next'
import { nav } from './nav'
import { requireStaff } from './staff'
import { PageHead } from './ui/page-head'

export const metadata: Metadata = { title: 'Overview' }

export default async function OverviewPage() {
  const { name } = await requireStaff()
  return (
    <>
      <PageHead title="Overview" lead={`Welcome, ${name}.`} />
      <ul className="mt-6 space-y-2">
        {nav.slice(1).map(({ href, title }) => (
          <li key={href}>
            <a href={href} className="link">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
