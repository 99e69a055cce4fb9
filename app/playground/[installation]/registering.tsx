import { env } from '@/lib/env'
import type { SeenInstallation } from '@/lib/host/kept/installation'
import { callbackUrl } from '@/lib/host/registration'
import { mayRegisterHere } from '../own-plugin'
import { Section } from '../ui/section'
import { submitRegisterAgain, submitRegisterHere } from './actions'
import { ClientForm } from './client-form'
import { KeyForm } from './key-form'

const by = {
  nothing: 'This plugin wants nothing: everybody may call it.',
  key: 'The host has a key. It is kept encrypted and never shown.',
  given: 'The host has a client that was given to it.',
  document: 'The host publishes itself: its client id is the address of a document.',
  dynamic: 'The host registered by itself, by dynamic registration.',
}

/** How the host shows the plugin who it is. */
export function Registering({ seen }: { seen: SeenInstallation }) {
  const { registeredBy, clientId, installation } = seen
  const { auth } = installation
  return (
    <Section
      id="register"
      title={registeredBy ? 'Registered' : 'Register'}
      lead={registeredBy ? by[registeredBy] : 'The plugin does not know this host yet.'}
    >
      {clientId && (
        <p className="text-sm">
          Client id: <code className="code">{clientId}</code>
        </p>
      )}
      {!registeredBy && mayRegisterHere(seen) && <Alone seen={seen} act={submitRegisterHere} />}
      {!registeredBy && auth.type === 'oauth' && auth.server !== null && (
        <Alone seen={seen} act={submitRegisterAgain} />
      )}
      <details className="mt-4" open={!registeredBy && !mayRegisterHere(seen)}>
        <summary className="link cursor-pointer">
          {registeredBy ? 'Give it another' : 'Give it what the plugin’s developer would paste'}
        </summary>
        <div className="mt-4 grid gap-6 lg:grid-cols-2">
          {auth.type !== 'key' && <ClientForm seen={seen} callback={callbackUrl(env().origin)} />}
          <KeyForm id={seen.id} />
        </div>
      </details>
    </Section>
  )
}

type AloneProps = { seen: SeenInstallation; act: (form: FormData) => Promise<void> }

const Alone = ({ seen, act }: AloneProps) => (
  <form action={act} className="mt-3">
    <input type="hidden" name="installation" value={seen.id} />
    <button type="submit" className="button">
      {seen.installation.kind === 'mcp' ? 'Let the host register again' : 'Register this host here'}
    </button>
  </form>
)
