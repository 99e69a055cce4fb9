import type { Metadata } from 'next'
import { formatKind, formatPrice } from '@/app/stays/format'
import { getName } from '@/lib/listing/listing'
import type { StayDetailsRow } from '@/lib/stays/urls'

/** What a link to the stay looks like elsewhere; opengraph-image.tsx adds the picture. */
export async function toMetadata(stay: StayDetailsRow): Promise<Metadata> {
  const title = `${stay.name}, ${stay.city}`
  const price = formatPrice(stay.pricePerNight, stay.currency)
  const facts = `${formatKind(stay.kind)} in ${stay.city}, ${stay.country}. From ${price} a night, rated ${stay.rating.toFixed(1)} of 5.`
  const description = `${facts} ${stay.description}`
  const url = `/stays/${stay.slug}`
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: {
      title,
      description,
      url,
      siteName: await getName(),
      type: 'website',
      locale: 'en_US',
    },
    twitter: { card: 'summary_large_image', title, description },
  }
}
