import type { NavItem } from './nav'

/** The rooms of the dashboard that are about the service itself. */
export const serviceNav: NavItem[] = [
  { href: '/admin/stays', title: 'Stays' },
  { href: '/admin/reservations', title: 'Reservations' },
]
