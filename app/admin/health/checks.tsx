import { Badge } from '@/app/admin/ui/badge'
import type { Check } from '@/lib/ready'

const checks: Record<Check, { title: string; todo: string }> = {
  database: {
    title: 'The database answers',
    todo: 'Look whether it runs and whether DATABASE_URL still leads to it.',
  },
  migrations: { title: 'Every migration is applied', todo: 'Run npm run db:deploy.' },
  signing_key: {
    title: 'A key signs tokens',
    todo: 'Is APP_SECRET the one that the keys were made under? Otherwise rotate them.',
  },
  clock: {
    title: 'Our clock and the database’s agree',
    todo: 'Set the clock by NTP: tokens are dated by it.',
  },
}

export const Checks = ({ failed }: { failed: Check[] }) => (
  <ul className="card mt-6 divide-y divide-line">
    {(Object.keys(checks) as Check[]).map((check) => (
      <li key={check} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3">
        <span className="flex-1 basis-60">{checks[check].title}</span>
        {failed.includes(check) ? (
          <>
            <Badge tone="bad">Fails</Badge>
            <p className="basis-full text-danger text-sm">{checks[check].todo}</p>
          </>
        ) : (
          <Badge tone="good">Holds</Badge>
        )}
      </li>
    ))}
  </ul>
)
