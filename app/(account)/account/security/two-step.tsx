import type { getSecondFactors } from '@/lib/people/second-factor'
import { submitAuthenticatorStart, submitTurnOff } from './actions'

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
        After your password, a code from an app on your phone, or a passkey. Who signs in with a
        passkey in the first place needs no second step.
      </p>
      <div className="card mt-6 p-6">
        {factors.on ? (
          <On factors={factors} mayChange={mayChange} />
        ) : (
          <Off factors={factors} mayChange={mayChange} />
        )}
      </div>
    </section>
  )
}

function Off({ factors, mayChange }: TwoStepSectionProps) {
  return (
    <>
      <p className="font-semibold">Off</p>
      <p className="text-soft">
        {factors.hasPassword
          ? 'Your password alone signs you in.'
          : 'Nothing more is asked for when you sign in.'}
      </p>
      {mayChange && (
        <div className="mt-4 flex flex-wrap gap-3">
          <SetUpApp />
          {factors.passkeys > 0 && (
            <a href="/account/security/recovery-codes?ask=passkey" className="button button-quiet">
              Ask for a passkey
            </a>
          )}
        </div>
      )}
    </>
  )
}

function SetUpApp() {
  return (
    <form action={submitAuthenticatorStart}>
      <button type="submit" className="button">
        Set up an authenticator app
      </button>
    </form>
  )
}

function On({ factors: { authenticator, recoveryCodes }, mayChange }: TwoStepSectionProps) {
  const since = authenticator?.confirmedAt
  const used = authenticator?.lastUsedAt
  return (
    <>
      <p className="font-semibold">On</p>
      <p className="text-soft">
        {since
          ? `Authenticator app, since ${day.format(since)}`
          : 'One of your passkeys is asked for'}
        {used && `, last used ${day.format(used)}`}.{' '}
        {recoveryCodes === 1 ? '1 recovery code' : `${recoveryCodes} recovery codes`} left.
      </p>
      {mayChange && (
        <div className="mt-4 flex flex-wrap gap-3">
          {!authenticator && <SetUpApp />}
          <a href="/account/security/recovery-codes" className="button button-quiet">
            New recovery codes
          </a>
          <form action={submitTurnOff}>
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
