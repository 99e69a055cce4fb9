import type { Metadata } from 'next'
import { SettingPage } from '@/app/(account)/account/setting-page'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { getPerson } from '@/lib/session/person'
import { PasswordForm } from './form'

export const metadata: Metadata = { title: 'Password', robots: { index: false } }

type PasswordPageProps = { searchParams: Promise<{ changed?: string }> }

export default async function PasswordPage({ searchParams }: PasswordPageProps) {
  const person = await getPerson()
  if (!person) return <SignInFirst why="Then you can change it." next="/account/password" />
  const { changed } = await searchParams
  return (
    <SettingPage
      title="Password"
      lead="A new one signs you out in every other browser. Your connections stay as they are."
      done={changed && 'Your password is changed. You are signed out everywhere else.'}
    >
      <section aria-label="Change it" className="card mt-6 p-6">
        <PasswordForm email={person.email} />
      </section>
    </SettingPage>
  )
}
