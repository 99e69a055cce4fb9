import type { Metadata } from 'next'
import { listArrivals } from '@/lib/attempts/arrivals'
import { env } from '@/lib/env'
import { type HostId, hosts } from '@/lib/hosts'
import { getListing } from '@/lib/listing/listing'
import { getPerson } from '@/lib/session/person'
import { HostCard } from './host-card'
import { LocalNotice, OperatorNotice, SignInNotice } from './notices'
import { operatorWays } from './operator-ways'
import { peopleWays } from './people-ways'

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await getListing()
  return {
    title: 'Connect an assistant',
    description: `How to add ${name} to ChatGPT, Claude, Copilot and every other assistant.`,
    alternates: { canonical: '/connect' },
  }
}

type Group = { id: string; title: string; hosts: HostId[]; isForOperators?: true }

const groups: Group[] = [
  { id: 'assistants', title: 'Assistants', hosts: ['chatgpt', 'claude'] },
  {
    id: 'tools',
    title: 'Tools on your computer',
    hosts: ['claude-code', 'codex', 'vscode', 'cursor'],
  },
  { id: 'else', title: 'Anything else that speaks MCP', hosts: ['mcp'] },
  {
    id: 'operators',
    title: 'With a client ID from the operator',
    hosts: ['m365', 'gemini', 'gpt-action', 'openapi'],
    isForOperators: true,
  },
]

export default async function ConnectPage() {
  const { origin, local } = env()
  const { name, nameForModel } = await getListing()
  const person = await getPerson()
  const arrivals = person ? await listArrivals(person.id) : []
  const lastSeen = new Map(arrivals.map(({ host, at }) => [host, at]))
  const plugin = { origin, name, slug: nameForModel }
  const ways = { ...peopleWays(plugin), ...operatorWays(plugin) }

  return (
    <div className="mx-auto max-w-6xl px-4 pt-10 sm:px-6 sm:pt-14">
      <h1 className="text-4xl">Connect an assistant</h1>
      <p className="mt-3 max-w-2xl text-lg text-soft">
        Add {name} where you already ask for things. It takes a minute, and you can take it back in
        your account at any time.
      </p>
      {!person && <SignInNotice />}
      <nav aria-label="Assistants" className="mt-6">
        <ul className="flex flex-wrap gap-2 text-sm">
          {groups
            .flatMap((group) => group.hosts)
            .map((id) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  className="block rounded-full bg-sunken px-3.5 py-1.5 hover:bg-tint"
                >
                  {hosts[id].name}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      {local && <LocalNotice origin={origin} />}
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={group.id} className="mt-12">
          <h2 id={group.id} className="text-2xl">
            {group.title}
          </h2>
          {group.isForOperators && <OperatorNotice origin={origin} />}
          <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-2">
            {group.hosts.map((id) => (
              <HostCard
                key={id}
                id={id}
                way={ways[id]}
                seenAt={lastSeen.get(id)}
                isOutOfReach={local && hosts[id].calls === 'from the cloud'}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
