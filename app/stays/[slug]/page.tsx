import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Artwork } from '@/app/stays/artwork'
import { formatKind, formatPrice } from '@/app/stays/format'
import { Rating } from '@/app/stays/rating'
import { getStay } from '@/lib/stays/stay'
import { AskFor } from './ask-for'
import { toMetadata } from './metadata'
import { Rooms } from './rooms'

type StayPageProps = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: StayPageProps): Promise<Metadata> {
  const stay = await getStay((await params).slug)
  return stay ? toMetadata(stay) : {}
}

export default async function StayPage({ params }: StayPageProps) {
  const stay = await getStay((await params).slug)
  if (!stay) notFound()

  return (
    <article className="mx-auto grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-x-16 px-4 pt-6 sm:px-6 sm:pt-14 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <Artwork
        slug={stay.slug}
        className="h-56 w-full rounded-2xl lg:col-start-2 lg:h-80 lg:rounded-t-full lg:rounded-b-none"
      />
      <div className="mt-8 lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:mt-4">
        <p className="text-brass">
          {formatKind(stay.kind)} in {stay.city}, {stay.country}
        </p>
        <h1 className="mt-1 text-4xl [overflow-wrap:anywhere] sm:text-5xl">{stay.name}</h1>
        <p className="mt-4 flex flex-wrap gap-x-4 text-soft">
          <Rating value={stay.rating} />
          <span>{stay.address}</span>
        </p>
        <p className="mt-6 text-lg">{stay.description}</p>
        <h2 className="mt-10 text-xl">What guests can use</h2>
        <ul className="mt-3 flex flex-wrap gap-2">
          {stay.amenities.map((amenity) => (
            <li key={amenity} className="rounded-full bg-sunken px-3.5 py-1.5 text-sm">
              {amenity}
            </li>
          ))}
        </ul>
        <Rooms rooms={stay.rooms} currency={stay.currency} />
      </div>
      <aside
        aria-label="Price and booking"
        className="card p-6 max-lg:mt-10 lg:col-start-2 lg:rounded-t-none lg:border-t-0"
      >
        <p>
          <span className="text-soft">from</span>{' '}
          <strong className="text-3xl tracking-tight">
            {formatPrice(stay.pricePerNight, stay.currency)}
          </strong>{' '}
          <span className="text-soft">a night</span>
        </p>
        <AskFor name={stay.name} city={stay.city} />
      </aside>
    </article>
  )
}
