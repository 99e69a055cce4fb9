import { type Wished, wishHref } from '@/app/playground/hrefs'
import { CodeBlock, toPretty } from '@/app/playground/ui/code-block'
import { Fact } from '@/app/playground/ui/fact'
import type { Confirmation } from '@/lib/host/confirmation'
import { fillIn } from '@/lib/host/copilot/words'
import type { Operation } from '@/lib/host/installation'
import type { JsonObject } from '@/lib/host/json'
import { submitConfirmed, submitDeclined } from './actions'
import { WishFields } from './wish-fields'

type ConfirmCardProps = {
  conversation: string
  plugin: string
  wished: Wished
  input: JsonObject
  confirmation: Confirmation
  asks?: Operation['asks']
  prompt?: string
}

/** The host's own question before a call that may do something: what exactly goes to whom. */
export function ConfirmCard(props: ConfirmCardProps) {
  const { conversation, plugin, wished, input, confirmation, asks, prompt } = props
  return (
    <section id="wish" aria-labelledby="confirm" className="card mt-6 border-brass p-5 sm:p-6">
      {prompt && <p className="text-soft text-sm">“{prompt}”</p>}
      <h2 id="confirm" className="text-xl [overflow-wrap:anywhere]">
        Let it call <span className="font-mono">{wished.operation}</span> of {plugin}?
      </h2>
      <p className="mt-1.5 text-soft text-sm">
        {confirmation.why} <Fact fact={confirmation.fact} />
      </p>
      {asks && (
        <blockquote className="mt-3 whitespace-pre-line border-brass border-s-4 ps-4 [overflow-wrap:anywhere]">
          <p className="font-semibold">{fillIn(asks.title, input)}</p>
          <p>{fillIn(asks.body, input)}</p>
        </blockquote>
      )}
      <CodeBlock label="What is sent" text={toPretty(input)} />
      <div className="mt-4 flex flex-wrap gap-3">
        <form action={submitConfirmed} className="flex flex-wrap gap-3">
          <WishFields conversation={conversation} wished={wished} prompt={prompt} />
          <button type="submit" name="as" value="once" className="button">
            Confirm
          </button>
          {confirmation.mayAlwaysAllow && (
            <button type="submit" name="as" value="always" className="button button-quiet">
              Always allow
            </button>
          )}
        </form>
        <form action={submitDeclined}>
          <WishFields conversation={conversation} wished={wished} prompt={prompt} />
          <button type="submit" className="button button-quiet">
            Deny
          </button>
        </form>
        <a href={wishHref(conversation, wished)} className="button button-quiet">
          Change
        </a>
      </div>
    </section>
  )
}
