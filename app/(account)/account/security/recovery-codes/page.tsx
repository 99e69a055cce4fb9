import type { Metadata } from 'next'
import { Panel } from '@/app/ui/panel'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { getPerson } from '@/lib/session/person'
import { NewCodesForm } from './form'

export const metadata: Metadata = { title: 'Recovery codes', robots: { index: false } }

export default async function RecoveryCodesPage() {
  const person = await getPerson()
  if (!person) return <SignInFirst why="Then you get new codes." next="/account/security" />
  return (
    <Panel title="New recovery codes">
      <NewCodesForm />
    </Panel>
  )
}
