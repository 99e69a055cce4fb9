import type { ReactNode } from 'react'
import { SiteLogo } from '@/app/ui/site-logo'
import { getName } from '@/lib/listing/listing'
import { nextWeekend } from '@/lib/stays/next-weekend'
import { searchStays } from '@/lib/stays/search'
import type { StaySummaryRow } from '@/lib/stays/urls'
import { Artwork } from './artwork'
import { formatDay, formatPrice } from './format'
import { Rating } from './rating'

/** What talking to the plugin is like, with stays and prices as they are right now. */
export async function Conversation() {
  const weekend = nextWeekend()
  const { stays } = await searchStays({ where: 'Paris', guests: 2, ...weekend })
  const [first] = stays
  if (!first?.totalPrice) return null
  const dates = `${formatDay(weekend.checkIn)} to ${formatDay(weekend.checkOut)}`

  return (
    <figure className="card p-4 shadow-black/5 shadow-xl sm:p-6">
      <figcaption className="sr-only">An example conversation with an assistant</figcaption>
      <div className="space-y-4 text-[0.9375rem]">
        <Said>Where can I stay in Paris next weekend? There are two of us.</Said>
        <Answered>
          <p>These are free from {dates}:</p>
          <ul className="mt-3 space-y-2">
            {stays.slice(0, 3).map((stay) => (
              <Result key={stay.slug} stay={stay} />
            ))}
          </ul>
        </Answered>
        <Said>Book the first one</Said>
        <Answered>
          <div className="rounded-xl bg-tint p-4">
            <p className="font-semibold">Booked: {first.name}</p>
            <p className="text-soft text-sm">
              {dates}, 2 guests, {formatPrice(first.totalPrice, first.currency)} in all
            </p>
          </div>
        </Answered>
      </div>
    </figure>
  )
}

function Said({ children }: { children: ReactNode }) {
  return (
    <p className="ml-auto w-fit max-w-[85%] rounded-2xl rounded-br-md bg-brand px-4 py-2.5 text-on-brand">
      {children}
    </p>
  )
}

async function Answered({ children }: { children: ReactNode }) {
  return (
    <div className="flex gap-3">
      <span className="mt-0.5 grid size-8 flex-none place-items-center rounded-full bg-tint max-sm:hidden">
        <SiteLogo className="size-5" />
        <span className="sr-only">{await getName()}:</span>
      </span>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}

function Result({ stay }: { stay: StaySummaryRow }) {
  return (
    <li>
      <a
        href={`/stays/${stay.slug}`}
        className="flex items-stretch gap-3 overflow-hidden rounded-xl border border-line pr-4 hover:border-brand"
      >
        <span className="relative min-h-16 w-20 flex-none">
          <Artwork slug={stay.slug} className="absolute inset-0 size-full" />
        </span>
        <span className="min-w-0 flex-1 py-2.5 leading-snug">
          <span className="block font-semibold">{stay.name}</span>
          <span className="mt-1 flex flex-wrap justify-between gap-x-4 text-soft text-sm">
            <Rating value={stay.rating} />
            <span>
              <strong className="text-ink">{formatPrice(stay.pricePerNight, stay.currency)}</strong>{' '}
              a night
            </span>
          </span>
        </span>
      </a>
    </li>
  )
}
