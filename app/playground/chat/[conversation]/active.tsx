import { installationHref, linkHref } from '@/app/playground/hrefs'
import { StateBadge } from '@/app/playground/ui/state-badge'
import type { Conversation } from '@/lib/host/kept/conversation'
import type { SeenInstallation } from '@/lib/host/kept/installation'
import { Place } from './place'

type ActiveProps = {
  active: SeenInstallation[]
  conversation: Conversation
  wrongPlace: string | undefined
}

/** The plugins that are on, and what the host tells them of the person. */
export const Active = ({ active, conversation, wrongPlace }: ActiveProps) => (
  <ul aria-label="Plugins that are on" className="mt-5 flex flex-wrap items-start gap-3">
    {active.map((seen) => (
      <li key={seen.id} className="card flex flex-wrap items-center gap-3 px-4 py-2">
        <a href={installationHref(seen.id)} className="link font-medium">
          {seen.installation.name}
        </a>
        <StateBadge seen={seen} />
        {seen.clientId && !seen.isLinked && (
          <a href={linkHref(seen.id, { chat: conversation.id })} className="button button-small">
            Link your account
          </a>
        )}
      </li>
    ))}
    <li>
      <Place conversation={conversation} wrong={wrongPlace} />
    </li>
  </ul>
)
