import type { ReactNode } from 'react'
import type { Listing } from '@/lib/listing/listing'

type PreviewsProps = { listing: Listing; logoPath: string; starters: string[] }

/** Imitations, so that one sees what a text has to carry: not the hosts' own pages. */
export const Previews = ({ listing, logoPath, starters }: PreviewsProps) => (
  <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-2 xl:grid-cols-1">
    <Preview title="ChatGPT, plugin directory">
      <div className="flex items-center gap-3">
        <Picture path={logoPath} className="size-12 rounded-xl" />
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold">{cut(listing.name, 30)}</p>
          <p className="truncate text-soft text-sm">{cut(listing.subtitle, 30)}</p>
        </div>
        <Button>Connect</Button>
      </div>
    </Preview>
    <Preview title="Claude, connectors">
      <div className="flex items-center gap-3">
        <Picture path={logoPath} className="size-8 rounded-md" />
        <p className="min-w-0 flex-1">
          <span className="font-semibold">{cut(listing.name, 100)}</span>{' '}
          <span className="text-soft text-sm">{cut(listing.subtitle, 55)}</span>
        </p>
        <span aria-hidden="true" className="text-soft text-xl">
          +
        </span>
      </div>
    </Preview>
    <Preview title="Microsoft 365 Copilot, agent">
      <div className="text-center">
        <Picture path={logoPath} className="mx-auto size-14 rounded-full" />
        <p className="mt-2 font-semibold">{cut(listing.name, 20)}</p>
        <p className="mx-auto mt-1 max-w-64 text-soft text-sm">
          {cut(listing.descriptionForHuman, 80)}
        </p>
        <ul className="mt-3 grid gap-2 text-left text-sm">
          {starters.slice(0, 2).map((text) => (
            <li key={text} className="rounded-lg bg-sunken px-3 py-2">
              {text}
            </li>
          ))}
        </ul>
      </div>
    </Preview>
    <Preview title="ChatGPT plugin store of 2023">
      <div className="flex items-start gap-3">
        <Picture path={logoPath} className="size-16 rounded-md" />
        <div>
          <p className="font-semibold">{cut(listing.name, 20)}</p>
          <p className="mt-1.5">
            <Button>Install</Button>
          </p>
        </div>
      </div>
      <p className="mt-3 text-soft text-sm">{cut(listing.descriptionForHuman, 100)}</p>
    </Preview>
  </div>
)

/** As a host that cuts shows it. */
const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

const Preview = ({ title, children }: { title: string; children: ReactNode }) => (
  <figure className="card min-w-0 p-4 [overflow-wrap:anywhere]">
    <figcaption className="mb-3 text-soft text-xs">{title}</figcaption>
    {children}
  </figure>
)

const Picture = ({ path, className }: { path: string; className: string }) => (
  // biome-ignore lint/performance/noImgElement: 512² of our own, shown as it is served
  <img src={path} alt="" width={64} height={64} className={className} />
)

const Button = ({ children }: { children: ReactNode }) => (
  <span className="inline-block rounded-full bg-ink px-3 py-1 text-page text-sm">{children}</span>
)
