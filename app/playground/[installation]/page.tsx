import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Badge } from '@/app/admin/ui/badge'
import { PageHead } from '@/app/admin/ui/page-head'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { getInstallation } from '@/lib/host/kept/installations'
import { profiles } from '@/lib/host/profiles'
import { installationHref } from '../hrefs'
import { getPlayer } from '../player'
import { Crumb } from '../ui/crumb'
import { Problems } from '../ui/problems'
import { Section } from '../ui/section'
import { StateBadge } from '../ui/state-badge'
import { WireSteps } from '../ui/wire-steps'
import { Injected } from './injected'
import { Linking } from './linking'
import { Operations } from './operations'
import { Quirks } from './quirks'
import { Registering } from './registering'
import { Remove } from './remove'
import { Talking } from './talking'
import { Told } from './told'
import { Verifying } from './verifying'

export const metadata: Metadata = { title: 'A plugin' }

type InstallationPageProps = {
  params: Promise<{ installation: string }>
  searchParams: Promise<{ done?: string; failed?: string }>
}

export default async function InstallationPage({ params, searchParams }: InstallationPageProps) {
  const { installation: id } = await params
  const player = await getPlayer()
  if (!player)
    return <SignInFirst why="Plugins belong to an account." next={installationHref(id)} />
  const seen = await getInstallation(player.id, id)
  if (!seen) return notFound()
  const { installation, problems, profile, steps } = seen
  return (
    <>
      <Crumb />
      <PageHead title={installation.name} lead={installation.descriptionForHuman}>
        <span className="flex items-center gap-2">
          <Badge>{profiles[profile].name}</Badge>
          <StateBadge seen={seen} />
        </span>
        <Remove id={id} />
      </PageHead>
      <p className="mt-2 text-soft text-sm [overflow-wrap:anywhere]">{installation.address}</p>
      <Told asked={await searchParams} />
      {problems.some(({ code }) => code === 'unverified') && (
        <p className="mt-6 rounded-lg bg-brass-tint px-4 py-3 text-brass">
          <strong>Unverified plugin.</strong> Nobody has reviewed it. Use it only if you trust who
          made it.
        </p>
      )}
      <Registering seen={seen} />
      <Linking seen={seen} />
      <Talking seen={seen} />
      <Section
        id="problems"
        title={`Problems (${problems.length})`}
        lead={`What ${profiles[profile].name} makes of it.`}
      >
        {problems.length === 0 ? <p>None.</p> : <Problems problems={problems} />}
      </Section>
      <Injected installation={installation} />
      <Operations installation={installation} />
      <Verifying seen={seen} />
      <Section
        id="wire"
        title="On the wire"
        lead="The messages of the last act, in order. Secrets are covered before anything is written down."
      >
        <WireSteps steps={steps} />
      </Section>
      <Quirks profile={profiles[profile]} />
    </>
  )
}
