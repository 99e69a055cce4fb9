import { Badge, type Tone } from '@/app/admin/ui/badge'
import type { Problem } from '@/lib/host/problems'
import { Fact } from './fact'

const tones: Record<Problem['severity'], Tone> = { refused: 'bad', warning: 'warn', info: 'plain' }

/** Each in the real host's words, where they are known, beside what it means and how to mend it. */
export const Problems = ({ problems }: { problems: Problem[] }) => (
  <ul className="space-y-3">
    {problems.map(({ code, severity, asHostSays, where, means, fix, fact }) => (
      <li key={`${code} ${where}`} className="rounded-lg border border-line p-4">
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={tones[severity]}>{severity}</Badge>
          <code className="code">{code}</code>
          {where && <code className="code">{where}</code>}
        </p>
        {asHostSays && (
          <p className="mt-2 text-sm">
            The host says: <q className="font-medium [overflow-wrap:anywhere]">{asHostSays}</q>
          </p>
        )}
        <p className="mt-2">{means}</p>
        <p className="mt-1 text-soft text-sm">
          {fix} <Fact fact={fact} />
        </p>
      </li>
    ))}
  </ul>
)
