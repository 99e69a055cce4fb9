import { getListing } from '@/lib/listing/listing'
import { product } from '@/lib/product'

const definition = `export const bookStay = defineOperation({
  route: 'POST /reservations',
  scope: 'reservations:write',
  effect: 'write',
  summary: 'Book a stay',
  input: z.object({ stay, checkIn, checkOut, guests }),
  output: outcome({
    reservation: Reservation.optional(),
  }),
  async handler(input, { caller, tx }) { … },
})`

export async function Developers() {
  const { name } = await getListing()
  return (
    <section aria-labelledby="developers" className="mt-20 lg:mt-28">
      <div className="grid grid-cols-[minmax(0,1fr)] items-center gap-10 lg:grid-cols-2 lg:gap-16">
        <div>
          <h2 id="developers" className="text-3xl">
            Put your own service in its place
          </h2>
          <p className="mt-3 text-soft">
            {name} is small, real and replaceable: it shows what {product.platform} does for any
            service. Describe each operation once. The route, the checks, the manifest, the OpenAPI
            document and the consent page follow from it.
          </p>
          <ul className="mt-5 list-disc space-y-2 pl-5 marker:text-brass">
            <li>A real authorization server, with no outside account to set up.</li>
            <li>Connections that people see, and end at once.</li>
            <li>One definition of an operation, checked by the compiler.</li>
          </ul>
          <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
            <a href="/docs" className="link">
              Try the API
            </a>
            <a href="/openapi.json" className="link">
              OpenAPI document
            </a>
            <a href="/.well-known/ai-plugin.json" className="link">
              Plugin manifest
            </a>
          </p>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre tabIndex={0} className="card overflow-x-auto p-6 font-mono text-sm leading-relaxed">
          <code>{definition}</code>
        </pre>
      </div>
    </section>
  )
}
