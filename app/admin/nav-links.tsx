'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { NavItem } from './nav'

/** Marks where one is, which the layout, made once, cannot know. */
export function NavLinks({ items }: { items: NavItem[] }) {
  const path = usePathname()
  const here = items
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .reduce((longest, { href }) => (href.length > longest.length ? href : longest), '')
  const current = useRef<HTMLAnchorElement>(null)
  // On a narrow screen the row is longer than the screen: where one is must not stand outside it.
  useEffect(() => {
    if (here) current.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [here])
  return (
    <ul className="flex gap-1 overflow-x-auto px-4 py-2 lg:flex-col lg:overflow-visible lg:px-3 lg:py-6">
      {items.map(({ href, title }) => (
        <li key={href} className="flex-none">
          <a
            ref={href === here ? current : undefined}
            href={href}
            aria-current={href === here ? 'page' : undefined}
            className="block rounded-lg px-3 py-2 text-sm text-soft hover:bg-sunken hover:text-ink aria-[current=page]:bg-tint aria-[current=page]:font-semibold aria-[current=page]:text-brand"
          >
            {title}
          </a>
        </li>
      ))}
    </ul>
  )
}
