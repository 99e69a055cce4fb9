import { Moment } from '@/app/admin/ui/moment'
import type { SeenInstallation } from '@/lib/host/kept/installation'
import { linkHref } from '../hrefs'
import { Section } from '../ui/section'
import { submitUnlink } from './actions'

/** Only where people link: with a key or nothing there is nobody to ask. */
export function Linking({ seen }: { seen: SeenInstallation }) {
  if (!seen.clientId) return null
  return (
    <Section
      id="link"
      title={seen.isLinked ? 'Linked' : 'Link your account'}
      lead={
        seen.isLinked
          ? 'The host holds a token of yours.'
          : 'Your browser goes to the plugin, you sign in there and allow it, and come back with a code.'
      }
    >
      {seen.isLinked ? (
        <form action={submitUnlink} className="flex flex-wrap items-center gap-4">
          <input type="hidden" name="installation" value={seen.id} />
          <button type="submit" className="button button-danger">
            Unlink
          </button>
          {seen.tokenExpiresAt && (
            <span className="text-soft text-sm">
              The access token holds until <Moment at={new Date(seen.tokenExpiresAt)} />.
            </span>
          )}
        </form>
      ) : (
        <a href={linkHref(seen.id)} className="button">
          Link your account
        </a>
      )}
    </Section>
  )
}
