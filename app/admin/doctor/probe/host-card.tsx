import { Badge, type Tone } from '@/app/admin/ui/badge'
import type { Finding, HostResult, Level } from '@/lib/probe/finding'

const levels: Record<Level, { tone: Tone; text: string }> = {
  ok: { tone: 'good', text: 'Good' },
  warn: { tone: 'warn', text: 'Look at this' },
  fail: { tone: 'bad', text: 'Broken' },
}

const worstFirst: Level[] = ['fail', 'warn', 'ok']

/** What one host would say, opened where it dislikes something. */
export function HostCard({ result: { name, level, findings } }: { result: HostResult }) {
  const sorted = findings.toSorted(
    (one, other) => worstFirst.indexOf(one.level) - worstFirst.indexOf(other.level),
  )
  return (
    <details open={level === 'fail'} className="card p-4">
      <summary className="cursor-pointer">
        <h2 className="ms-1 inline font-semibold text-base">{name}</h2>{' '}
        <Badge tone={levels[level].tone}>{levels[level].text}</Badge>
        <span className="ms-2 text-soft text-sm">{toSummary(findings)}</span>
      </summary>
      <ul className="mt-3 divide-y divide-line">
        {sorted.map((finding) => (
          <FindingItem key={finding.check} finding={finding} />
        ))}
      </ul>
    </details>
  )
}

const toSummary = (findings: Finding[]): string =>
  `${findings.filter(({ level }) => level === 'ok').length} of ${findings.length} checks are good`

const FindingItem = ({ finding: { check, level, fact, fix } }: { finding: Finding }) => (
  <li className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[7rem_1fr]">
    <div>
      <Badge tone={levels[level].tone}>{levels[level].text}</Badge>
    </div>
    <div className="[overflow-wrap:anywhere]">
      <h3 className="font-medium text-sm">{check}</h3>
      <p className="text-soft text-sm">{fact}</p>
      {fix && (
        <p className="mt-1 text-sm">
          <strong>What to do:</strong> {fix}
        </p>
      )}
    </div>
  </li>
)
