import { getDeletion } from '@/lib/people/deletion'
import { submitStay } from './data/actions'
import { Day } from './day'

/** Whoever signs in within the grace is offered to stay. */
export async function Leaving({ accountId }: { accountId: string }) {
  const deleteAfter = await getDeletion(accountId)
  if (!deleteAfter) return null
  return (
    <section
      aria-label="Your account will be deleted"
      className="mb-8 flex flex-wrap items-center justify-between gap-4 rounded-lg border border-danger bg-danger-tint px-4 py-3"
    >
      <p className="min-w-0 flex-1 basis-60">
        Your account will be deleted on <Day at={deleteAfter} />. Every app is disconnected already.
      </p>
      <form action={submitStay}>
        <button type="submit" className="button button-small">
          Keep my account
        </button>
      </form>
    </section>
  )
}
