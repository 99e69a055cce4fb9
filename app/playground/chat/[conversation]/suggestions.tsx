import { wishHref } from '@/app/playground/hrefs'
import { Section } from '@/app/playground/ui/section'
import { carryOn } from '@/lib/host/carry'
import { toConfirmation } from '@/lib/host/confirmation'
import type { Transcript } from '@/lib/host/kept/conversation'
import type { SeenInstallation } from '@/lib/host/kept/installation'
import { profiles } from '@/lib/host/profiles'
import { submitCall } from './actions'
import { ConfirmCard } from './confirm-card'
import { WishFields } from './wish-fields'

type SuggestionsProps = { active: SeenInstallation[]; transcript: Transcript }

/** What the plugins say people ask for, with its arguments, and a form for everything else. */
export function Suggestions({ active, transcript }: SuggestionsProps) {
  const { conversation } = transcript
  const { ready, waiting } = toSuggestions(active, transcript)
  return (
    <>
      {waiting.slice(0, 1).map((one) => (
        <ConfirmCard key={one.prompt} {...one} conversation={conversation.id} />
      ))}
      {ready.length > 0 && (
        <Section id="ask" title="Ask" lead="The plugin’s own examples; each carries its arguments.">
          <ul className="flex flex-wrap gap-2">
            {ready.map(({ prompt, wished }) => (
              <li key={`${wished.installation} ${prompt}`}>
                <form action={submitCall}>
                  <WishFields conversation={conversation.id} wished={wished} prompt={prompt} />
                  <button type="submit" className="button button-quiet button-small">
                    {prompt}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="call" title="Or call any operation">
        <ul className="flex flex-wrap gap-2">
          {active.flatMap(({ id, installation }) =>
            installation.operations.map(({ name, examples }) => (
              <li key={`${id} ${name}`}>
                <a
                  href={wishHref(conversation.id, {
                    installation: id,
                    operation: name,
                    input: JSON.stringify(examples[0]?.input ?? {}),
                  })}
                  className="button button-quiet button-small font-mono"
                >
                  {name}
                </a>
              </li>
            )),
          )}
        </ul>
      </Section>
    </>
  )
}

/** Reads can be asked for at once; a write is only offered where it is about something that was found. */
function toSuggestions(active: SeenInstallation[], { conversation, entries }: Transcript) {
  const calls = entries.filter((entry) => entry.kind === 'call')
  const all = active.flatMap(({ id, installation }) => {
    const before = calls.findLast(
      ({ installationId, outcome }) => installationId === id && outcome.status === 'answered',
    )
    return installation.operations.flatMap((operation) =>
      operation.examples.map(({ prompt, input: example }) => {
        const { input, carried } = carryOn(operation, example, before ?? null)
        const confirmation = toConfirmation(operation, profiles[conversation.profile])
        const wished = {
          installation: id,
          operation: operation.name,
          input: JSON.stringify(input),
        }
        const isRead = operation.hints?.readOnly ?? operation.method === 'GET'
        return { prompt, wished, input, plugin: installation.name, confirmation, carried, isRead }
      }),
    )
  })
  return {
    ready: all.filter(({ isRead }) => isRead),
    waiting: all.filter(({ isRead, carried }) => !isRead && carried),
  }
}
