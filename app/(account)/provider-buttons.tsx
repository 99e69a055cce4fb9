import { getTranslator } from '@/lib/session/locale'
import { usedProviders } from '@/lib/settings/ways-in'

/** The ways in by an account elsewhere; a plain form, and nothing where none is set up. */
export async function ProviderButtons({ next }: { next: string | null }) {
  const providers = await usedProviders()
  if (providers.length === 0) return null
  const t = await getTranslator('gettingIn')
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
          {t('provider.button', { name })}
        </button>
      ))}
    </form>
  )
}

/** Why the way to a provider did not end here signed in, in words of ours. */
export async function ProviderProblem({ problem }: { problem: string | undefined }) {
  const known = problems.find((one) => one === problem)
  if (!known) return null
  const t = await getTranslator('gettingIn')
  return (
    <p
      role="alert"
      className="rounded-lg border border-danger bg-danger-tint px-4 py-3 font-medium text-sm"
    >
      {t(`provider.problem.${known}`)}
    </p>
  )
}

const problems = [
  'failed',
  'declined',
  'busy',
  'unreachable',
  'unproved',
  'taken',
  'last',
  'closed',
  'suspended',
] as const
