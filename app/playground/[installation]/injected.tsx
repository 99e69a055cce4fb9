import { ShareBar } from '@/app/admin/charts/share-bar'
import { toInjection } from '@/lib/host/inject/injection'
import type { Installation } from '@/lib/host/installation'
import { CodeBlock } from '../ui/code-block'
import { Section } from '../ui/section'

/** What the plugin puts before every conversation, to the letter, and what that costs. */
export async function Injected({ installation }: { installation: Installation }) {
  const { text, tokens, preamble, operations } = await toInjection(installation)
  const costs = [{ name: 'The plugin as a whole', tokens: preamble.tokens }, ...operations]
  const most = Math.max(1, ...costs.map((cost) => cost.tokens))
  return (
    <Section
      id="injected"
      title={`What the model is told (${tokens.toLocaleString('en')} tokens)`}
      lead="Injected into every conversation in which the plugin is on. Tokens are counted with o200k_base."
    >
      <ul className="space-y-1.5 text-sm">
        {costs.map(({ name, tokens: cost }) => (
          <li key={name} className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3">
            <span className="[overflow-wrap:anywhere]">{name}</span>
            <span className="tabular-nums">{cost.toLocaleString('en')}</span>
            <span className="col-span-2">
              <ShareBar share={cost / most} />
            </span>
          </li>
        ))}
      </ul>
      <details className="mt-4">
        <summary className="link cursor-pointer">Show it verbatim</summary>
        <CodeBlock label="What is injected" text={text} />
      </details>
    </Section>
  )
}
