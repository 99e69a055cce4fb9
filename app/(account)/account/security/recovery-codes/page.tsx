import type { Metadata } from 'next'
import { Panel } from '@/app/ui/panel'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { getPerson } from '@/lib/session/person'
import { NewCodesForm } from './form'

export const metadata: Metadata = { title: 'Recovery codes', robots: { index: false } }

type RecoveryCodesPageProps = { searchParams: Promise<{ ask?: string | string[] }> }

export default async function RecoveryCodesPage({ searchParams }: RecoveryCodesPageProps) {
  const person = await getPerson()
  if (!person) return <SignInFirst why="Then you get new codes." next="/account/security" />
  const asksPasskey = (await searchParams).ask === 'passkey'
  return (
    <Panel title={asksPasskey ? 'A passkey after the password' : 'New recovery codes'}>
      <NewCodesForm asksPasskey={asksPasskey} />
    </Panel>
  )
}
