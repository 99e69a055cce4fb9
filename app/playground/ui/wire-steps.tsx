import { Badge } from '@/app/admin/ui/badge'
import type { Step } from '@/lib/host/wire'
import { CodeBlock, prettyText } from './code-block'
import { Fact } from './fact'

/** What went over the wire, in order: each message, and what the host looked at in the answer. */
export const WireSteps = ({ steps }: { steps: Step[] }) => (
  <ol className="space-y-2">
    {steps.map((step, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be alike, and none moves
      <li key={index}>
        <details className="rounded-lg border border-line px-3 py-2 text-sm">
          <summary className="cursor-pointer [overflow-wrap:anywhere]">
            <span className="font-medium">{step.title}</span> <End step={step} />{' '}
            <span className="text-soft">{hostOf(step.request.url)}</span>
          </summary>
          <CodeBlock label="Request" text={toRequestText(step)} />
          {step.response && <CodeBlock label="Answer" text={toAnswerText(step.response)} />}
          <Checks step={step} />
        </details>
      </li>
    ))}
  </ol>
)

function End({ step: { response, failure, checks } }: { step: Step }) {
  const isWrong = failure !== null || checks.some(({ passed }) => !passed)
  const word = failure ?? response?.status ?? 'in the browser'
  return (
    <Badge tone={isWrong ? 'bad' : 'plain'}>
      {word}
      {isWrong && <span className="sr-only"> not as it should be</span>}
    </Badge>
  )
}

const Checks = ({ step: { checks } }: { step: Step }) =>
  checks.length > 0 && (
    <ul className="mt-2 space-y-1">
      {checks.map(({ says, passed, fact }) => (
        <li key={says} className={passed ? '' : 'text-danger'}>
          {passed ? '✓' : '✗'} <span className="sr-only">{passed ? 'passed: ' : 'failed: '}</span>
          {says} <Fact fact={fact} />
        </li>
      ))}
    </ul>
  )

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)

const toHeaderText = (headers: Record<string, string>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')

const toRequestText = ({ request }: Step): string =>
  [
    `${request.method} ${request.url}`,
    toHeaderText(request.headers),
    request.body && `\n${prettyText(request.body)}`,
  ]
    .filter(Boolean)
    .join('\n')

const toAnswerText = ({ status, headers, body }: NonNullable<Step['response']>): string =>
  `${status}\n${toHeaderText(headers)}\n\n${prettyText(body)}`
