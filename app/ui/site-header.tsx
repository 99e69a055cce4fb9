import { Logo } from '@/app/ui/logo'
import { countNotices } from '@/lib/notices/list'
import { product } from '@/lib/product'
import { getPerson, type Person } from '@/lib/session/person'

// Plain links: a whole page weighs less here than the script that would save loading it.
export async function SiteHeader() {
  const person = await getPerson()
  return (
    <header className="border-line border-b bg-surface">
      <div className="mx-auto flex h-16 max-w-6xl items-center gap-4 px-4 sm:px-6">
        <a
          href="/"
          className="mr-auto flex items-center gap-2 font-semibold text-lg tracking-tight"
        >
          <Logo />
          {product.name}
        </a>
        <nav aria-label="Site" className="flex min-w-0 items-center gap-4 text-sm sm:gap-6">
          <a href="/connect" className="hover:text-brand hover:underline max-sm:hidden">
            Connect
          </a>
          <a href="/docs" className="hover:text-brand hover:underline">
            Docs
          </a>
          {person ? <SignedInLinks person={person} /> : <SignedOutLinks />}
        </nav>
      </div>
    </header>
  )
}

async function SignedInLinks({ person }: { person: Person }) {
  const news = await countNotices(person.id)
  return (
    <>
      <span className="max-w-24 truncate text-soft sm:max-w-48">{person.name}</span>
      <a href="/account" className="button button-quiet button-small">
        Account
        {news > 0 && (
          <span className="rounded-full bg-brand px-2 text-on-brand text-xs">
            {news > 9 ? '9+' : news}
            <span className="sr-only"> new</span>
          </span>
        )}
      </a>
    </>
  )
}

function SignedOutLinks() {
  return (
    <div className="signed-out-links flex items-center gap-4 sm:gap-6">
      <a href="/sign-in" className="whitespace-nowrap hover:text-brand hover:underline">
        Sign in
      </a>
      <a href="/sign-up" className="button button-small whitespace-nowrap max-sm:px-2.5">
        Create account
      </a>
    </div>
  )
}
