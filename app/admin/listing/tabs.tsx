const tabs = [
  { href: '/admin/listing', title: 'Listing' },
  { href: '/admin/listing/review', title: 'Check list' },
  { href: '/admin/listing/reviewer', title: 'Reviewer' },
]

export const Tabs = ({ current }: { current: string }) => (
  <nav aria-label="Listing and review" className="mt-6 border-line border-b">
    <ul className="flex gap-x-5 sm:gap-x-6">
      {tabs.map(({ href, title }) => (
        <li key={href}>
          <a
            href={href}
            aria-current={href === current ? 'page' : undefined}
            className="block whitespace-nowrap py-2.5 text-soft hover:text-brand aria-[current]:border-brand aria-[current]:border-b-2 aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {title}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
