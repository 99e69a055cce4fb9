import { Moment } from '@/app/admin/ui/moment'
import type { Conversation } from '@/lib/host/kept/conversation'
import { profiles } from '@/lib/host/profiles'
import { chatHref } from './hrefs'
import { Section } from './ui/section'

export const Conversations = ({ conversations }: { conversations: Conversation[] }) => (
  <Section id="conversations" title="Conversations">
    <ul className="divide-y divide-line">
      {conversations.slice(0, 10).map(({ id, profile, createdAt }) => (
        <li key={id} className="flex flex-wrap justify-between gap-x-4 py-2">
          <a href={chatHref(id)} className="link">
            As {profiles[profile].name}
          </a>
          <span className="text-soft text-sm">
            <Moment at={createdAt} />
          </span>
        </li>
      ))}
    </ul>
  </Section>
)
