import type { ReactNode } from 'react'
import { signInHref, signUpHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'

type SignInFirstProps = { title?: string; why: ReactNode; next: string }

/** Links, not a redirect: Next's answers a GET with 307, which these pages must not. */
export function SignInFirst({ title = 'Please sign in', why, next }: SignInFirstProps) {
  return (
    <Panel title={title} lead={why} isStep>
      <div className="grid gap-3 sm:grid-cols-2">
        <a href={signInHref(next)} className="button">
          Sign in
        </a>
        <a href={signUpHref(next)} className="button button-quiet">
          Create account
        </a>
      </div>
    </Panel>
  )
}
