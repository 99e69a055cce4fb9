import { Done } from '@/app/admin/ui/done'
import { isLinkFailureCode, linkFailure } from '@/lib/host/link/failure'

const done: Record<string, string> = {
  linked: 'Linked. What went over the wire stands below.',
  unlinked: 'Unlinked.',
  registered: 'Registered.',
  verified: 'The manifest carries the token.',
}

const failed: Record<string, string> = {
  not_registered: 'The host could not register by itself: give it a client.',
  not_verified: 'The manifest does not carry the token yet.',
  fields: 'Fill in all the fields of one way to register.',
}

/** What the last act came to. */
export function Told({ asked }: { asked: { done?: string; failed?: string } }) {
  const good = asked.done && done[asked.done]
  if (good) return <Done>{good}</Done>
  const code = asked.failed ?? ''
  const bad = isLinkFailureCode(code) ? linkFailure(code).means : failed[code]
  if (!bad) return null
  return (
    <p role="alert" className="mt-6 rounded-lg bg-danger-tint px-4 py-3 text-danger">
      {bad}
    </p>
  )
}
