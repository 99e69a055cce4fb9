import type { Metadata } from 'next'
import { ownAddress } from '@/app/(account)/own-address'
import { toPlainName } from '@/app/interaction/[uid]/plain-name'
import { Panel } from '@/app/ui/panel'
import { getListing } from '@/lib/listing/listing'
import { readLogoutRequest } from '@/lib/oauth/logout-request'
import { getTranslator } from '@/lib/session/locale'
import { getPerson } from '@/lib/session/person'
import { SignOutForm } from './form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('gettingIn')
  return { title: t('signOut.metaTitle'), robots: { index: false } }
}

type SignOutPageProps = { searchParams: Promise<{ request?: string | string[] }> }

/** Where an app sends a person who signs out there; only they decide to sign out here too. */
export default async function SignOutPage({ searchParams }: SignOutPageProps) {
  const { request: sealed } = await searchParams
  const request = readLogoutRequest(sealed)
  const person = await getPerson()
  if (!person) return <SignedOut next={request?.next ?? null} />
  const t = await getTranslator('gettingIn')
  const host = request?.next && new URL(request.next).host
  const name = request?.clientName && toPlainName(request.clientName)
  return (
    <Panel
      title={t('signOut.title', { product: (await getListing()).name })}
      lead={
        <>
          {name && <>{t.rich('signOut.asked', { app: ownAddress.address, name })} </>}
          {t.rich('signOut.lead', { ...ownAddress, email: person.email })}
          {host && <> {t.rich('signOut.then', { ...ownAddress, host })}</>}
        </>
      }
    >
      <div className="grid gap-3">
        <SignOutForm
          request={typeof sealed === 'string' ? sealed : null}
          className="button w-full"
        />
        <a href="/account" className="button button-quiet">
          {t('signOut.stay')}
        </a>
      </div>
    </Panel>
  )
}

async function SignedOut({ next }: { next: string | null }) {
  const t = await getTranslator('gettingIn')
  return (
    <Panel title={t('signOut.done')} lead={t('signOut.doneLead')}>
      <div className="grid gap-3">
        {next && (
          <a href={next} className="button">
            {t.rich('signOut.go', { ...ownAddress, host: new URL(next).host })}
          </a>
        )}
        <a href="/sign-in" className="button button-quiet">
          {t('signIn.button')}
        </a>
      </div>
    </Panel>
  )
}
