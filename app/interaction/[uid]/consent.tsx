import type { ReactNode } from 'react'
import { SignOutForm } from '@/app/(account)/sign-out/form'
import { Logo } from '@/app/ui/logo'
import type { ConsentRequest } from '@/lib/oauth/interaction'
import { product } from '@/lib/product'
import type { Person } from '@/lib/session/person'
import { OptionalScopes, ScopeList } from './scopes'

type ConsentProps = { request: ConsentRequest; person: Person }

export function Consent({ request, person }: ConsentProps) {
  const { uid, clientName, identity, documentHost, redirectHost, redirectIsLoopback, scopes } =
    request
  const required = scopes.filter((scope) => !scope.optional)
  return (
    <div className="mx-auto w-full max-w-lg px-4 pt-8 sm:pt-12">
      <div className="card overflow-hidden shadow-black/5 shadow-lg">
        <div className="p-6 sm:p-8">
          <Meeting clientName={clientName} />
          <h1 className="mt-5 text-2xl [overflow-wrap:anywhere]">
            Connect <bdi className="text-brand">{clientName}</bdi> to {product.name}?
          </h1>
          <p className="mt-2 text-soft text-sm">{vouchers(documentHost)[identity]}</p>
          <Account person={person} next={`/interaction/${uid}`} />
        </div>
        <form
          method="post"
          action={`/interaction/${uid}/decision`}
          className="border-line border-t p-6 sm:p-8"
        >
          <h2 className="text-lg">If you allow it, this app can</h2>
          <ScopeList title="See" scopes={required.filter(({ kind }) => kind === 'see')} />
          <ScopeList title="Do" scopes={required.filter(({ kind }) => kind === 'do')} />
          <OptionalScopes scopes={scopes.filter((scope) => scope.optional)} />
          <Destination host={redirectHost} isLoopback={redirectIsLoopback} />
          {/* Deny stands first: Enter in a checkbox presses the form's first button. */}
          <div className="mt-6 grid grid-cols-2 gap-3">
            <button type="submit" name="decision" value="deny" className="button button-quiet">
              Deny
            </button>
            <button type="submit" name="decision" value="allow" className="button">
              Allow
            </button>
          </div>
          <p className="mt-4 text-center text-soft text-sm">
            You can disconnect it at any time in your account.
          </p>
        </form>
      </div>
    </div>
  )
}

/** Who says that the app is who it says it is. */
const vouchers = (documentHost: string | null): Record<ConsentRequest['identity'], ReactNode> => ({
  operator:
    'The operator of this site registered the app under this name. Nobody else has checked who is behind it.',
  document: (
    <>
      <strong className="[overflow-wrap:anywhere]">{documentHost}</strong> publishes this app, and
      says that this is its name.
    </>
  ),
  none: 'This is what the app calls itself. Nobody has checked who is behind it.',
})

/** Two tiles that are about to be joined: the app's first letter and our mark. */
function Meeting({ clientName }: { clientName: string }) {
  const tile = 'grid size-14 place-items-center rounded-2xl border border-line'
  return (
    <div aria-hidden="true" className="flex items-center gap-2">
      <span className={`${tile} bg-sunken font-semibold text-2xl text-soft`}>
        {[...clientName][0]?.toUpperCase()}
      </span>
      <span className="w-8 border-edge border-t-2 border-dotted" />
      <span className={`${tile} bg-tint`}>
        <Logo className="size-8" />
      </span>
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
