import { Snippet } from '@/app/ui/snippet'
import { env } from '@/lib/env'
import { type HostId, hosts } from '@/lib/hosts'
import { mcpResource } from '@/lib/resources'

export function Hosts({ name }: { name: string }) {
  return (
    <section aria-labelledby="connect" className="mt-20 lg:mt-28">
      <div className="card grid grid-cols-[minmax(0,1fr)] items-center gap-x-16 gap-y-8 p-6 sm:p-10 lg:grid-cols-2">
        <div>
          <h2 id="connect" className="text-3xl">
            Connect an assistant
          </h2>
          <p className="mt-3 text-soft">
            Most take one address and find the rest by themselves. For each, there is a page that
            says where to paste it.
          </p>
          <div className="mt-6">
            <Snippet
              label={`The address of ${name} for assistants`}
              text={mcpResource(env().origin)}
            />
          </div>
        </div>
        <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {(Object.keys(hosts) as HostId[]).map((id) => (
            <li key={id}>
              <a
                href={`/connect#${id}`}
                className="block border-line border-b py-2.5 font-medium hover:border-brand hover:text-brand"
              >
                {hosts[id].name}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
