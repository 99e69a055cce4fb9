import { Done } from '@/app/admin/ui/done'
import { PageHead } from '@/app/admin/ui/page-head'
import { listConversations } from '@/lib/host/kept/conversations'
import { listInstallations } from '@/lib/host/kept/installations'
import { isProfileId, profileIds, profiles } from '@/lib/host/profiles'
import { Conversations } from './conversations'
import { InstallForm } from './install-form'
import { Installed } from './installed'
import { Newcomer } from './newcomer'
import { ownAddress } from './own-plugin'
import { getPlayer } from './player'
import { Section } from './ui/section'
import { Wipe } from './wipe'

type PlaygroundPageProps = { searchParams: Promise<{ profile?: string; done?: string }> }

export default async function PlaygroundPage({ searchParams }: PlaygroundPageProps) {
  const { profile = '', done } = await searchParams
  const player = await getPlayer()
  const chosen = isProfileId(profile) ? profile : 'chatgpt'
  if (!player) return <Newcomer profile={chosen} />
  const [installed, conversations] = await Promise.all([
    listInstallations(player.id),
    listConversations(player.id),
  ])
  return (
    <>
      <PageHead
        title="Playground"
        lead="Be the assistant, for this plugin or any other: see what ChatGPT, Claude or Copilot will see before any of them is involved."
      />
      {done === 'wiped' && <Done>Nothing of yours is kept here any more.</Done>}
      <Section
        id="install"
        title="Install a plugin"
        lead="By its domain, or the URL of its manifest for Copilot, its OpenAPI document or its MCP server, as the host asks for it."
      >
        <InstallForm
          hosts={profileIds.map((id) => ({
            id,
            name: profiles[id].name,
            own: ownAddress(id),
          }))}
          chosen={chosen}
        />
        <p className="mt-4 text-soft text-sm">
          In a hurry?{' '}
          <a href={`/playground/begin?profile=${chosen}`} className="link">
            Install this site’s own plugin as {profiles[chosen].name} and link it
          </a>
          .
        </p>
      </Section>
      {installed.length > 0 && <Installed installed={installed} done={done} />}
      {conversations.length > 0 && <Conversations conversations={conversations} />}
      {installed.length + conversations.length > 0 && <Wipe />}
    </>
  )
}
