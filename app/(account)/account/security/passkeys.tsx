import { PasskeyButton } from '@/app/(account)/passkey-button'
import { TextField } from '@/app/ui/text-field'
import type { listPasskeys } from '@/lib/people/passkeys'
import { submitPasskeyName, submitPasskeyRemoval } from './actions'

type Passkey = Awaited<ReturnType<typeof listPasskeys>>[number]

export function PasskeySection({
  passkeys,
  mayChange,
}: {
  passkeys: Passkey[]
  mayChange: boolean
}) {
  return (
    <section aria-labelledby="passkeys" className="mt-10">
      <h2 id="passkeys" className="text-2xl">
        Passkeys
      </h2>
      <p className="mt-2 text-soft">
        Sign in with your fingerprint, face, device PIN or a security key. Nothing to remember, and
        nothing a false site could ask you for.
      </p>
      {passkeys.length > 0 && (
        <ul className="mt-6 space-y-4">
          {passkeys.map((passkey) => (
            <PasskeyCard key={passkey.id} passkey={passkey} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {mayChange && <AddPasskey />}
    </section>
  )
}

function PasskeyCard({ passkey, mayChange }: { passkey: Passkey; mayChange: boolean }) {
  const { id, name, createdAt, lastUsedAt, copiedAt } = passkey
  return (
    <li className="card p-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-56 [overflow-wrap:anywhere]">
          <h3 id={`passkey-${id}`} className="font-semibold text-lg">
            <bdi>{name}</bdi>
          </h3>
          <p className="text-soft text-sm">
            Added {day.format(createdAt)} ·{' '}
            {lastUsedAt ? `last used ${day.format(lastUsedAt)}` : 'not used yet'}
          </p>
        </div>
        {mayChange && (
          <form action={submitPasskeyRemoval}>
            <input type="hidden" name="passkey" value={id} />
            <button
              type="submit"
              aria-describedby={`passkey-${id}`}
              className="button button-danger button-small"
            >
              Remove
            </button>
          </form>
        )}
      </div>
      {copiedAt && (
        <p className="mt-3 rounded-lg bg-danger-tint px-4 py-3 text-sm">
          This passkey seems to exist twice, so it is refused since {day.format(copiedAt)}. Remove
          it, and add a new one.
        </p>
      )}
      {mayChange && <Rename passkey={passkey} />}
    </li>
  )
}

function Rename({ passkey: { id, name } }: { passkey: Passkey }) {
  return (
    <details className="mt-3 text-sm">
      <summary className="link inline-flex min-h-6 cursor-pointer items-center">
        Rename<span className="sr-only"> {name}</span>
      </summary>
      <form action={submitPasskeyName} className="mt-3 flex flex-wrap items-center gap-3">
        <input type="hidden" name="passkey" value={id} />
        <input
          name="name"
          aria-label={`New name for ${name}`}
          defaultValue={name}
          maxLength={60}
          required
          className="min-h-11 min-w-0 flex-1 basis-48 rounded-lg border border-edge bg-surface px-3 py-2"
        />
        <button type="submit" className="button button-quiet button-small">
          Save
        </button>
      </form>
    </details>
  )
}

function AddPasskey() {
  return (
    <div className="card mt-6 border-dashed p-6">
      <div className="space-y-4 [@media(scripting:none)]:hidden">
        <TextField
          name="passkey-name"
          label="Name of the new passkey"
          hint="So that you know it again: Phone, Laptop at work."
          maxLength={60}
          autoComplete="off"
        />
        <PasskeyButton
          act="add"
          text="Add a passkey"
          problem="No passkey was added. Try again; a device that has one already is not asked for another."
          nameField="passkey-name"
          className="button"
        />
      </div>
      <p className="hidden text-soft [@media(scripting:none)]:block">
        To add a passkey, turn on JavaScript in this browser. Everything else works without.
      </p>
    </div>
  )
}

const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' })
