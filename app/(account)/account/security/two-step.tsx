import type { getSecondFactors } from '@/lib/people/second-factor'
import { submitAuthenticatorRemoval, submitAuthenticatorStart } from './actions'

type TwoStepSectionProps = {
  factors: Awaited<ReturnType<typeof getSecondFactors>>
  mayChange: boolean
}

export function TwoStepSection({ factors, mayChange }: TwoStepSectionProps) {
  return (
    <section aria-labelledby="two-step" className="mt-12">
      <h2 id="two-step" className="text-2xl">
        Two-step sign-in
      </h2>
      <p className="mt-2 text-soft">
        After your password, a code from an app on your phone. A passkey does as well, and needs no
        second step.
      </p>
      <div className="card mt-6 p-6">
        {factors.authenticator ? (
          <On factors={factors} mayChange={mayChange} />
        ) : (
          <Off mayChange={mayChange} />
        )}
      </div>
    </section>
  )
}

function Off({ mayChange }: { mayChange: boolean }) {
  return (
    <>
      <p className="font-semibold">Off</p>
      <p className="text-soft">Your password alone signs you in.</p>
      {mayChange && (
        <form action={submitAuthenticatorStart} className="mt-4">
          <button type="submit" className="button">
            Set up an authenticator app
          </button>
        </form>
      )}
    </>
  )
}

function On({ factors: { authenticator, recoveryCodes }, mayChange }: TwoStepSectionProps) {
  const since = authenticator?.confirmedAt
  const used = authenticator?.lastUsedAt
  return (
    <>
      <p className="font-semibold">On</p>
      <p className="text-soft">
        Authenticator app{since && `, since ${day.format(since)}`}
        {used && `, last used ${day.format(used)}`}.{' '}
        {recoveryCodes === 1 ? '1 recovery code' : `${recoveryCodes} recovery codes`} left.
      </p>
      {mayChange && (
        <div className="mt-4 flex flex-wrap gap-3">
          <a href="/account/security/recovery-codes" className="button button-quiet">
            New recovery codes
          </a>
          <form action={submitAuthenticatorRemoval}>
            <button type="submit" className="button button-danger">
              Turn off
            </button>
          </form>
        </div>
      )}
    </>
  )
}

const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' })
