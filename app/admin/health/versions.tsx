import { Fact, Facts } from '@/app/admin/ui/facts'
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
      <div className="card mt-4 p-5">
        <Facts>
          {Object.entries(versions).map(([name, value]) => (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ))}
        </Facts>
      </div>
    </Part>
  )
}
