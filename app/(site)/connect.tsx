import { RegisterCommand } from '@/app/ui/register-command'
import { env } from '@/lib/env'
import { product } from '@/lib/product'
import { allScopes } from '@/lib/scopes'

const addresses = (origin: string) => [
  { name: 'Plugin manifest', value: `${origin}/.well-known/ai-plugin.json` },
  { name: 'OpenAPI document', value: `${origin}/openapi.json` },
  { name: 'Authorization URL', value: `${origin}/oauth/authorize` },
  { name: 'Token URL', value: `${origin}/oauth/token` },
  { name: 'Scopes', value: allScopes.join(' ') },
]

export function Connect() {
  return (
    <section aria-labelledby="connect" className="mt-20 lg:mt-28">
      <h2 id="connect" className="text-3xl">
        Connect an assistant
      </h2>
      <p className="mt-3 max-w-2xl text-soft">
        For assistants that read a plugin manifest or an OpenAPI document, such as a GPT with
        actions. The operator of this site lets an assistant in once; after that everyone can use it
        with their own account.
      </p>
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-2">
        <dl className="card divide-y divide-line px-6 py-2">
          {addresses(env().origin).map(({ name, value }) => (
            <div key={name} className="py-3">
              <dt className="text-soft text-sm">{name}</dt>
              <dd className="select-all font-mono text-[0.8125rem] [overflow-wrap:anywhere]">
                {value}
              </dd>
            </div>
          ))}
        </dl>
        <ol className="card list-decimal space-y-5 py-6 pr-6 pl-11 marker:font-semibold marker:text-brass">
          <li className="pl-1">
            In the assistant, add a plugin or an action and give it the manifest or the OpenAPI
            document. It shows you a callback URL.
          </li>
          <li className="pl-1">
            As the operator, register it with that URL, in the project&rsquo;s folder:
            <RegisterCommand />
          </li>
          <li className="pl-1">
            Copy the client ID and the secret that this prints into the assistant, with the
            authorization and token URLs.
          </li>
          <li className="pl-1">
            Ask it for something. The first time, it sends you here to sign in to {product.name} and
            say yes.
          </li>
        </ol>
      </div>
    </section>
  )
}
