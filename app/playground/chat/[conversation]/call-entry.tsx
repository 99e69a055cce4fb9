import { Badge, type Tone } from '@/app/admin/ui/badge'
import { linkHref } from '@/app/playground/hrefs'
import { CodeBlock, toPretty } from '@/app/playground/ui/code-block'
import { Wire } from '@/app/playground/ui/wire'
import type { Call } from '@/lib/host/held'
import type { Conversation } from '@/lib/host/kept/conversation'
import { profiles } from '@/lib/host/profiles'
import { Cards } from './cards'
import { Held } from './held'
import { ViewFrame } from './view-frame'

type CallEntryProps = {
  call: Call
  conversation: Conversation
  isLast: boolean
  isWaiting: boolean
  /** Where the view of its operation stands, if it has one. */
  view: string | null
}

/** A call as the host shows it: what was sent, what came, and what the person can do about it. */
export function CallEntry({ call, conversation, isLast, isWaiting, view }: CallEntryProps) {
  const { plugin, operation, input, outcome, confirmed, installationId, steps } = call
  const [tone, word] = endOf(call)
  return (
    <div className="card p-4 sm:p-5">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {plugin} <code className="code">{operation}</code> <Badge tone={tone}>{word}</Badge>
        {confirmed && <Badge>confirmed {confirmed}</Badge>}
      </p>
      {outcome.status === 'answered' && (
        <Cards links={outcome.links} profile={conversation.profile} isLast={isLast} />
      )}
      {outcome.status === 'answered' && view && isLast && (
        <ViewFrame
          src={view}
          title={`View of ${operation}`}
          shown={{
            input,
            host: profiles[conversation.profile].name,
            result: {
              content: [{ type: 'text', text: outcome.text }],
              isError: outcome.isError,
              ...(outcome.data !== null && { structuredContent: outcome.data }),
              ...(outcome.meta && { _meta: outcome.meta }),
            },
          }}
        />
      )}
      {outcome.status !== 'answered' && <p className="mt-2">{outcome.means}</p>}
      {outcome.status === 'link_needed' && (
        <Link href={linkHref(installationId, { chat: conversation.id })} text="Link your account" />
      )}
      {outcome.status === 'more_scope_needed' && (
        <Link
          href={linkHref(installationId, {
            chat: conversation.id,
            scope: outcome.scopes.join(' '),
          })}
          text="Allow it"
        />
      )}
      <Held call={call} conversation={conversation} isWaiting={isWaiting} />
      <details className="mt-3">
        <summary className="link cursor-pointer text-sm">Input and output</summary>
        <CodeBlock label="Input" text={toPretty(input)} />
        {outcome.status === 'answered' && (
          <CodeBlock
            label="Output"
            text={outcome.data === null ? outcome.text : toPretty(outcome.data)}
          />
        )}
      </details>
      <Wire steps={steps} />
    </div>
  )
}

function endOf({ outcome }: Call): [Tone, string] {
  if (outcome.status === 'answered') {
    return outcome.isError ? ['bad', `refused, ${outcome.httpStatus}`] : ['good', 'answered']
  }
  return outcome.status === 'failed' ? ['bad', 'failed'] : ['warn', 'needs you']
}

const Link = ({ href, text }: { href: string; text: string }) => (
  <p className="mt-3">
    <a href={href} className="button button-small">
      {text}
    </a>
  </p>
)
