import { Act } from '@/app/admin/ui/act'
import { Fact, Facts } from '@/app/admin/ui/facts'
import { Moment } from '@/app/admin/ui/moment'
import { Section } from '@/app/admin/ui/section'
import { explain } from '@/lib/attempts/reasons'
import { presets } from '@/lib/oauth/clients/presets'
import { toCount } from '../columns'
import { Standing } from '../standing'
import { kinds } from '../words'
import type { AboutClient } from './about'
import { submitList, submitUnlist } from './actions'

export function ClientFacts({ client, mayChange }: AboutClient) {
  const { id, kind, preset, connections, usedAt, lastError, lastErrorAt, documentError } = client
  return (
    <Section title="Standing">
      <Facts>
        <Fact name="Now">
          <Standing client={client} />
        </Fact>
        <Fact name="Known how">
          {kinds[kind]}
          {preset && `, as ${presets[preset]?.title ?? preset}`}
        </Fact>
        <Fact name="Connections">{toCount(connections)}</Fact>
        <Fact name="Last seen">
          <Moment at={usedAt} />
        </Fact>
        {lastError && lastErrorAt && (
          <Fact name="Last error">
            <Moment at={lastErrorAt} />: {explain(lastError).what} {explain(lastError).todo}
          </Fact>
        )}
        {documentError && (
          <Fact name="Its document">
            {explain(`document.${documentError}`).what} The last good copy is used.
          </Fact>
        )}
      </Facts>
      {mayChange && kind === 'document' && client.listed !== null && !client.isVendor && (
        <Act act={client.listed ? submitUnlist : submitList} fields={{ id }}>
          {client.listed ? 'Take it off the list' : 'Put it on the list'}
        </Act>
      )}
      {client.isVendor && (
        <p className="text-soft text-sm">
          This release knows the vendor, so it is on the list. To keep it out, suspend it.
        </p>
      )}
    </Section>
  )
}
