import { serviceNav } from './service'

export type NavItem = { href: string; title: string }

/** The rooms of the dashboard, in the order of the menu. */
export const nav: NavItem[] = [
  { href: '/admin', title: 'Overview' },
  { href: '/admin/doctor', title: 'Connect Doctor' },
  { href: '/admin/clients', title: 'Clients' },
  { href: '/admin/people', title: 'People' },
  { href: '/admin/release', title: 'Release' },
  { href: '/admin/listing', title: 'Listing and review' },
  ...serviceNav,
  { href: '/admin/audit', title: 'Audit' },
  { href: '/admin/keys', title: 'Keys' },
  { href: '/admin/settings', title: 'Settings' },
  { href: '/admin/health', title: 'Health' },
]
