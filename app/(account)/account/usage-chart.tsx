import type { Usage } from '@/lib/activity/usage'
import { getFormatter, getTranslator } from '@/lib/session/locale'
import { toTime } from './day'

/** Calls a day as bars, and the same in words for whoever does not see them. */
export async function UsageChart({ usage }: { usage: Usage }) {
  const { calls } = usage
  const most = Math.max(...calls, 1)
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-1">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${calls.length * 4 - 1} 24`}
        className="h-6 w-32 shrink-0 border-line border-b rtl:-scale-x-100"
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
      <p className="text-soft text-sm">{await tellUsage(usage)}</p>
    </div>
  )
}

async function tellUsage({ total, lastUsedAt }: Usage) {
  const t = await getTranslator('connections')
  if (!lastUsedAt) return t('usage.never')
  const f = await getFormatter()
  const now = new Date()
  // A moment that lies ahead, by another machine's clock, is now.
  const ago = f.relativeTime(lastUsedAt < now ? lastUsedAt : now, now)
  return t.rich('usage.calls', { count: total, when: toTime(lastUsedAt), ago })
}
