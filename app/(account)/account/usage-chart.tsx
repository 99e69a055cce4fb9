import { ago } from '@/app/(site)/connect/ago'
import type { Usage } from '@/lib/activity/usage'

/** Calls a day as bars, and the same in words for whoever does not see them. */
export function UsageChart({ usage: { calls, total, lastUsedAt } }: { usage: Usage }) {
  const most = Math.max(...calls, 1)
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-1">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${calls.length * 4 - 1} 24`}
        className="h-6 w-32 shrink-0 border-line border-b"
        preserveAspectRatio="none"
      >
        {calls.map((count, day) => {
          const height = count === 0 ? 0 : Math.max(2, (count / most) * 24)
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its day
              key={day}
              x={day * 4}
              y={24 - height}
              width={3}
              height={height}
              className="fill-brand"
            />
          )
        })}
      </svg>
      <p className="text-soft text-sm">
        {lastUsedAt ? (
          <>
            {number.format(total)} {total === 1 ? 'call' : 'calls'} in 30 days · last used{' '}
            <time dateTime={lastUsedAt.toISOString()}>{ago(lastUsedAt)}</time>
          </>
        ) : (
          'Not used yet'
        )}
      </p>
    </div>
  )
}

const number = new Intl.NumberFormat('en')
