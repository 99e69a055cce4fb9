import { product } from '@/lib/product'

const links = [
  { href: '/connect', text: 'Connect' },
  { href: '/legal', text: 'Legal' },
  { href: '/privacy', text: 'Privacy' },
  { href: '/support', text: 'Support' },
  { href: '/docs', text: 'API docs' },
]

export function SiteFooter() {
  return (
    <footer className="mt-20 border-line border-t">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-8 text-soft text-sm sm:px-6">
        <p>
          {product.name} is the reference service of {product.platform}.
        </p>
        <nav aria-label="Footer">
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {links.map(({ href, text }) => (
              <li key={href}>
                <a href={href} className="hover:text-ink hover:underline">
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
