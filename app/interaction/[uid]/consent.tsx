import { SignOutForm } from '@/app/(account)/sign-out/form'
import type { ConsentRequest } from '@/lib/oauth/interaction'
import type { Person } from '@/lib/session/person'
import { AskedBy } from './asked-by'
import { LengthChoice } from './length-choice'
import { ScopeChoices, ScopeList } from './scopes'

type ConsentProps = { request: ConsentRequest; person: Person }

export function Consent({ request, person }: ConsentProps) {
  const { uid, proof, redirectHost, redirectIsLoopback, scopes } = request
  const choices = scopes.filter(({ state }) => state === 'choice')
  const needed = choices.filter(({ optional }) => !optional)
  const [see, act] = [ofKind(needed, 'see'), ofKind(needed, 'do')]
  const allowed = scopes.filter(({ state }) => state === 'allowed')
  return (
    <div className="mx-auto w-full max-w-lg px-4 pt-8 sm:pt-12">
      <div className="card overflow-hidden shadow-black/5 shadow-lg">
        <div className="p-6 sm:p-8">
          <AskedBy request={request} isStepUp={allowed.length > 0} />
          <Account person={person} next={`/interaction/${uid}`} />
        </div>
        <form
          method="post"
          action={`/interaction/${uid}/decision`}
          className="border-line border-t p-6 sm:p-8"
        >
          <input type="hidden" name="proof" value={proof} />
          <h2 className="text-lg">If you allow it, this app can</h2>
          {needed.length > 0 && (
            <p className="mt-1 text-soft text-sm">Untick what it should not do.</p>
          )}
          <ScopeList title="Always" scopes={scopes.filter(({ state }) => state === 'fixed')} />
          <ScopeChoices title="See" scopes={see} />
          <ScopeChoices title="Do" scopes={act} />
          <ScopeChoices
            title="Only if you tick it"
            scopes={choices.filter(({ optional }) => optional)}
          />
          <ScopeList title="What you already allow" scopes={allowed} />
          <LengthChoice />
          <Destination host={redirectHost} isLoopback={redirectIsLoopback} />
          <Answers mayLook={see.length > 0 && act.length > 0} />
          <p className="mt-4 text-center text-soft text-sm">
            You can disconnect it at any time in your account.
          </p>
        </form>
      </div>
    </div>
  )
}

const ofKind = (scopes: ConsentRequest['scopes'], kind: 'see' | 'do') =>
  scopes.filter((scope) => scope.kind === kind)

function Answers({ mayLook }: { mayLook: boolean }) {
  // Deny stands first: Enter in a checkbox presses the form's first button.
  return (
    <div className="mt-6 grid grid-cols-2 gap-3">
      <button type="submit" name="decision" value="deny" className="button button-quiet">
        Deny
      </button>
      <button type="submit" name="decision" value="allow" className="button">
        Allow
      </button>
      {mayLook && (
        <button
          type="submit"
          name="decision"
          value="look"
          className="button button-quiet col-span-2"
        >
          Only let it look
        </button>
      )}
    </div>
  )
}

function Account({ person, next }: { person: Person; next: string }) {
  return (
    <div className="mt-5 rounded-lg bg-sunken px-4 py-3 text-sm [overflow-wrap:anywhere]">
      <p>
        You are signed in as <strong>{person.name}</strong> ({person.email}).
      </p>
      <SignOutForm
        next={next}
        text="Use another account"
        className="link mt-1 inline-flex min-h-6 cursor-pointer items-center"
      />
    </div>
  )
}

function Destination({ host, isLoopback }: { host: string; isLoopback: boolean }) {
  return (
    <div className="mt-6 border-line border-t pt-5 text-sm">
      <p>
        Either way you go back to <strong className="[overflow-wrap:anywhere]">{host}</strong>.
      </p>
      {isLoopback && (
        <p className="mt-3 rounded-lg bg-brass-tint px-4 py-3 text-brass">
          <strong>That is a program on your own computer.</strong> Any program there could have
          asked. Allow it only if you have just started this yourself.
        </p>
      )}
    </div>
  )
}
