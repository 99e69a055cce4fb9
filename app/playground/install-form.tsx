'use client'

import { useActionState, useState } from 'react'
import { submitInstall } from './actions'
import { Problems } from './ui/problems'
import { WireSteps } from './ui/wire-steps'

type Host = { id: string; name: string; own: string }

/** The address follows the host until somebody types one: each is told another address of a plugin. */
export function InstallForm({ hosts, chosen }: { hosts: Host[]; chosen: string }) {
  const [answer, submit, pending] = useActionState(submitInstall, null)
  const [typed, setTyped] = useState<string | null>(null)
  const [host, setHost] = useState(answer?.profile ?? chosen)
  const own = hosts.find(({ id }) => id === host)?.own ?? ''
  return (
    <>
      <form
        action={submit}
        // React resets a form after its action: the select would show a host that it does not hold.
        onReset={(event) => event.preventDefault()}
        className="grid gap-4 sm:grid-cols-[1fr_14rem_auto] sm:items-end"
      >
        <div>
          <label htmlFor="address" className="font-medium">
            Domain or URL
          </label>
          <input
            id="address"
            name="address"
            value={typed ?? answer?.address ?? own}
            onChange={(event) => setTyped(event.target.value)}
            required
            maxLength={2048}
            autoCapitalize="none"
            spellCheck={false}
            className="mt-1.5 block min-h-11 w-full rounded-lg border border-edge bg-surface px-3 py-2"
          />
        </div>
        <div>
          <label htmlFor="profile" className="font-medium">
            As
          </label>
          <select
            id="profile"
            name="profile"
            value={host}
            onChange={(event) => setHost(event.target.value)}
            className="mt-1.5 block min-h-11 w-full rounded-lg border border-edge bg-surface px-3 py-2"
          >
            {hosts.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button" aria-disabled={pending}>
          {pending ? 'Looking…' : 'Install'}
        </button>
      </form>
      {answer && (
        <div role="alert" className="mt-5 space-y-4">
          <p className="font-semibold text-danger">{answer.says}</p>
          <Problems problems={answer.problems} />
          {answer.steps.length > 0 && <WireSteps steps={answer.steps} />}
        </div>
      )}
    </>
  )
}
