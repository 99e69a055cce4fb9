import { pictureHref } from '@/app/playground/hrefs'
import { getCards } from '@/lib/host/kept/showing'
import type { ProfileId } from '@/lib/host/profiles'

type CardsProps = { links: string[]; profile: ProfileId; isLast: boolean }

/** Previews of the links of an answer; those of older answers stay links, and nobody is asked again. */
export async function Cards({ links, profile, isLast }: CardsProps) {
  if (links.length === 0) return null
  const cards = isLast ? await getCards(links, profile) : []
  if (cards.length === 0) return <Links links={links} />
  return (
    <ul aria-label="Previews" className="mt-4 grid gap-3 sm:grid-cols-2">
      {cards.map(({ url, host, title, description, imageUrl }) => (
        <li key={url}>
          <a
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            className="block h-full overflow-hidden rounded-xl border border-line hover:border-brand"
          >
            {imageUrl && (
              // biome-ignore lint/performance/noImgElement: this server has painted it small already
              <img
                src={pictureHref(imageUrl)}
                alt=""
                width="640"
                height="336"
                className="aspect-[40/21] w-full bg-sunken object-cover"
              />
            )}
            <span className="block p-3">
              <span className="block text-soft text-xs">{host}</span>
              <span className="mt-0.5 block font-semibold [overflow-wrap:anywhere]">{title}</span>
              {description && (
                <span className="mt-0.5 line-clamp-2 text-soft text-sm">{description}</span>
              )}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

const Links = ({ links }: { links: string[] }) => (
  <ul className="mt-2 space-y-1 text-sm">
    {links.slice(0, 5).map((url) => (
      <li key={url} className="[overflow-wrap:anywhere]">
        <a href={url} target="_blank" rel="noopener noreferrer" className="link">
          {url}
        </a>
      </li>
    ))}
  </ul>
)
