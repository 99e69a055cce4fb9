import { Badge } from '@/app/admin/ui/badge'
import { mostActive } from '@/lib/host/kept/conversations'
import type { SeenInstallation } from '@/lib/host/kept/installation'
import { profiles } from '@/lib/host/profiles'
import { submitStart } from './actions'
import { installationHref } from './hrefs'
import { Section } from './ui/section'
import { StateBadge } from './ui/state-badge'
import { noSubdivision, SubdivisionField } from './ui/subdivision-field'

type InstalledProps = { installed: SeenInstallation[]; done: string | undefined }

/** What is installed, and a conversation with some of it. */
export const Installed = ({ installed, done }: InstalledProps) => (
  <Section
    id="talk"
    title="Installed"
    lead={`Turn on up to ${mostActive} of one host, and talk to them.`}
  >
    {done === 'none' && (
      <p role="alert" className="mb-4 font-medium text-danger text-sm">
        Turn on at least one.
      </p>
    )}
    <form action={submitStart}>
      <ul className="divide-y divide-line">
        {installed.map((seen, index) => (
          <li key={seen.id} className="flex items-start gap-3 py-3">
            <input
              type="checkbox"
              name="installation"
              value={seen.id}
              defaultChecked={index === 0}
              aria-label={`Turn on ${seen.installation.name} as ${profiles[seen.profile].name}`}
              className="mt-1 size-5 shrink-0 accent-brand"
            />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2">
                <a href={installationHref(seen.id)} className="link font-semibold">
                  {seen.installation.name}
                </a>
                <Badge>{profiles[seen.profile].name}</Badge>
                <StateBadge seen={seen} />
              </p>
              <p className="text-soft text-sm [overflow-wrap:anywhere]">
                {seen.installation.address}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap items-end gap-4">
        <SubdivisionField error={done === 'subdivision' ? noSubdivision : undefined} />
        <button type="submit" className="button">
          Start a conversation
        </button>
      </div>
    </form>
  </Section>
)
