import { wishHref } from '@/app/playground/hrefs'
import { Section } from '@/app/playground/ui/section'
import { submitCall } from './actions'
import { ConfirmCard } from './confirm-card'
import { type Situation, toSuggestions } from './to-suggestions'
import { WishFields } from './wish-fields'

/** What the plugins say people ask for, with its arguments, and a form for everything else. */
export function Suggestions(situation: Situation) {
  const { active, transcript } = situation
  const { conversation } = transcript
  const { put, ready } = toSuggestions(situation)
  return (
    <>
      {put && <ConfirmCard {...put} conversation={conversation.id} />}
      {ready.length > 0 && (
        <Section
          id="ask"
          title={put ? 'Or ask something else' : 'Ask'}
          lead="The plugin’s own examples; each carries its arguments."
        >
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
