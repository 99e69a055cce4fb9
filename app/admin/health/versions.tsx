import { Part } from '@/app/admin/ui/part'
import type { DatabaseFigures } from '@/lib/data/figures'
import packageJson from '@/package.json' with { type: 'json' }

const { version, dependencies } = packageJson

export function Versions({ figures }: { figures: DatabaseFigures }) {
  const versions = {
    'This release': version,
    Node: process.versions.node,
    PostgreSQL: figures.version,
    'Last migration': figures.migration,
    Next: dependencies.next,
    'oidc-provider': dependencies['oidc-provider'],
    Prisma: dependencies.prisma,
  }
  return (
    <Part id="versions" title="Versions">
      <dl className="card mt-4 grid gap-x-6 gap-y-1 p-5 sm:grid-cols-[auto_1fr]">
        {Object.entries(versions).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd className="[overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}
