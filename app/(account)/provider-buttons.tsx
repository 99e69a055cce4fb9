import { env } from '@/lib/env'

/** The ways in by an account elsewhere; a plain form, and nothing where none is set up. */
export function ProviderButtons({ next }: { next: string | null }) {
  const { providers } = env()
  if (providers.length === 0) return null
  return (
    <form method="post" action="/sign-in/with" className="grid gap-3">
      {next && <input type="hidden" name="next" value={next} />}
      {providers.map(({ id, name }) => (
        <button
          key={id}
          type="submit"
          name="provider"
          value={id}
          className="button button-quiet w-full"
        >
          Continue with {name}
        </button>
      ))}
    </form>
  )
}

/** Why the way to a provider did not end here signed in, in words of ours. */
export function ProviderProblem({ problem }: { problem: string | undefined }) {
  const text = problem && problems.get(problem)
  if (!text) return null
  return (
    <p
      role="alert"
      className="rounded-lg border border-danger bg-danger-tint px-4 py-3 font-medium text-sm"
    >
      {text}
    </p>
  )
}

const problems = new Map([
  ['failed', 'That sign-in did not work, or took too long. Please try again.'],
  ['declined', 'You did not go through with it there, so nothing was changed here.'],
  ['busy', 'Too many tries. Wait a minute and try again.'],
  ['unreachable', 'We could not reach them right now. Try again later, or use another way.'],
  [
    'unproved',
    'They did not confirm your email address to us. Confirm it there, or use another way.',
  ],
  ['taken', 'That one belongs to another account here. Sign in with it to see which.'],
  ['last', 'This is your only way in. Set a password or add a passkey first.'],
])
