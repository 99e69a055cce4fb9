import { SignOutForm } from '@/app/(account)/sign-out/form'
import { Panel } from '@/app/ui/panel'
import type { Person } from '@/lib/session/person'

type SignedInAlreadyProps = { person: Person; next: string | null }

export function SignedInAlready({ person, next }: SignedInAlreadyProps) {
  return (
    <Panel
      title="You are signed in"
      lead={
        <>
          As <strong className="text-ink">{person.name}</strong> ({person.email}).
        </>
      }
    >
      <div className="grid gap-3">
        <a href={next ?? '/account'} className="button">
          Continue
        </a>
        <SignOutForm next={next} className="button button-quiet w-full" />
      </div>
    </Panel>
  )
}
