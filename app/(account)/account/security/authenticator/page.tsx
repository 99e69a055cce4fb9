import type { Metadata } from 'next'
import { signInAgainHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { getWaitingAuthenticator } from '@/lib/people/authenticator'
import { getPerson, isFresh } from '@/lib/session/person'
import { FirstCodeForm } from './form'
import { QrCode } from './qr-code'

export const metadata: Metadata = { title: 'Authenticator app', robots: { index: false } }

export default async function AuthenticatorPage() {
  const person = await getPerson()
  if (!person || !isFresh(person)) return <SignInAgain />
  const waiting = await getWaitingAuthenticator(person.id, person.email)
  return (
    <Panel title="Authenticator app">
      <FirstCodeForm waits={waiting !== null}>
        {waiting ? <Secret {...waiting} /> : <NothingWaits />}
      </FirstCodeForm>
    </Panel>
  )
}

function Secret({ uri, secret }: { uri: string; secret: string }) {
  return (
    <>
      <p>Scan this with an authenticator app: the one of your phone, or any other.</p>
      <QrCode text={uri} />
      <p className="text-soft text-sm">
        No camera?{' '}
        <a href={uri} className="link">
          Open the app on this device
        </a>
        , or type this key into it:
      </p>
      <p className="code block p-3 text-center" data-testid="secret">
        {secret.match(/.{1,4}/g)?.join(' ')}
      </p>
    </>
  )
}

function NothingWaits() {
  return (
    <>
      <p>There is nothing to set up here now.</p>
      <a href="/account/security" className="button button-quiet w-full">
        Back to Security
      </a>
    </>
  )
}

function SignInAgain() {
  return (
    <Panel title="Authenticator app" lead="To change how you sign in, sign in again first.">
      <a href={signInAgainHref('/account/security')} className="button w-full">
        Sign in
      </a>
    </Panel>
  )
}
