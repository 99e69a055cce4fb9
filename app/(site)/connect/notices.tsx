import { signInHref } from '@/app/ui/hrefs'
import { Snippet } from '@/app/ui/snippet'
import { type Host, hosts } from '@/lib/hosts'
import { defaultScopes } from '@/lib/oauth/resources'

const namesOf = (calls: Host['calls']) =>
  list.format(
    Object.values(hosts)
      .filter((host) => host.calls === calls)
      .map(({ name, inWords = name }) => inWords),
  )

const list = new Intl.ListFormat('en')

/** Shown on a machine of one's own, which nothing outside can call. */
export function LocalNotice({ origin }: { origin: string }) {
  return (
    <div className="mt-8 max-w-3xl rounded-lg bg-brass-tint px-5 py-4">
      <p className="font-semibold">This site runs on your machine, at {origin}</p>
      <p className="mt-1">
        {namesOf('from the person’s machine')} reach it there, and so does MCP Inspector.{' '}
        {namesOf('from the cloud')} call from the cloud and cannot: for those, deploy the site
        first, as “Deploy” in <code className="code">README.md</code> says.
      </p>
      <p className="mt-1">
        Or be the assistant yourself: the{' '}
        <a href="/playground" className="link">
          playground
        </a>{' '}
        installs, links and calls as each of them does.
      </p>
    </div>
  )
}

export function SignInNotice() {
  return (
    <p className="mt-4 max-w-2xl text-soft">
      <a href={signInHref('/connect')} className="link">
        Sign in
      </a>{' '}
      first, and this page tells you when your assistant has arrived.
    </p>
  )
}

/** What every host wants that does not find it by itself. */
export function OperatorNotice({ origin }: { origin: string }) {
  return (
    <>
      <p className="mt-2 max-w-2xl text-soft">
        The operator of this site does this once, with a command in the project’s folder; then
        everybody uses it with their own account. All of these take the same addresses:
      </p>
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-x-5 gap-y-3 lg:grid-cols-3">
        <Snippet label="Authorization URL" text={`${origin}/oauth/authorize`} />
        <Snippet label="Token URL" text={`${origin}/oauth/token`} />
        <Snippet label="Scopes" text={defaultScopes.join(' ')} />
      </div>
    </>
  )
}
