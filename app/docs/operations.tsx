import { publishedTo } from '@/lib/released'
import { scopes } from '@/lib/scopes'
import { getPerson } from '@/lib/session/person'

/** Every operation that the reader is let in to, in words, also for readers without script. */
export async function Operations() {
  const person = await getPerson()
  const { operations } = await publishedTo(person?.id ?? null)
  if (operations.length === 0) return <NotPublic />
  return (
    <ul className="mt-6 grid gap-4 sm:grid-cols-2">
      {operations.map(({ name, method, path, scope, summary, description, examples }) => (
        <li key={name} className="card flex flex-col p-5">
          <h3 className="text-lg">{summary}</h3>
          <p className="mt-1 font-mono text-[0.8125rem] text-soft [overflow-wrap:anywhere]">
            {method} /api{path}
          </p>
          <p className="mt-3">{description}</p>
          <p className="mt-2 mb-4 text-soft text-sm">
            {scope ? `Needs “${scopes[scope].title}”.` : 'Works without an account.'}
          </p>
          {examples[0] && (
            <p className="mt-auto ml-auto w-fit rounded-2xl rounded-br-md bg-tint px-4 py-2 text-sm">
              <span className="sr-only">For example:</span> {examples[0].prompt}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

const NotPublic = () => (
  <p className="mt-4 max-w-2xl">
    It is being tried out by invited people first.{' '}
    <a href="/account" className="link">
      Request access
    </a>
    , and you see here what you can do.
  </p>
)
