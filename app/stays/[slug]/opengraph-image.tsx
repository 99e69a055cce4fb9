import { notFound } from 'next/navigation'
import { ImageResponse } from 'next/og'
import { Artwork } from '@/app/stays/artwork'
import { formatKind, formatPrice } from '@/app/stays/format'
import { star } from '@/app/stays/rating'
import { OgCard } from '@/app/ui/og-card'
import { getListing } from '@/lib/listing/listing'
import { getStay } from '@/lib/stays/stay'

export const alt = 'The name, place, price and rating of the stay beside a drawing of its view'
export const size = { width: 1200, height: 630 }
export const contentType = 'image/png'

type ImageProps = { params: Promise<{ slug: string }> }

export default async function StayImage({ params }: ImageProps) {
  const stay = await getStay((await params).slug)
  if (!stay) notFound()
  const { name } = await getListing()

  return new ImageResponse(
    <OgCard name={name} picture={<Artwork slug={stay.slug} width={849} height={566} />}>
      <div style={{ fontSize: 30, color: '#83570d' }}>
        {`${formatKind(stay.kind)} in ${stay.city}, ${stay.country}`}
      </div>
      <div style={{ marginTop: 14, fontSize: stay.name.length > 24 ? 60 : 74, lineHeight: 1.05 }}>
        {stay.name}
      </div>
      <div style={{ marginTop: 34, display: 'flex', alignItems: 'center', fontSize: 34 }}>
        <div>{`from ${formatPrice(stay.pricePerNight, stay.currency)} a night`}</div>
        <svg
          width="34"
          height="34"
          viewBox="0 0 20 20"
          aria-hidden="true"
          style={{ marginLeft: 36 }}
        >
          <path d={star} fill="#b98318" />
        </svg>
        <div style={{ marginLeft: 10 }}>{stay.rating.toFixed(1)}</div>
      </div>
    </OgCard>,
    // The price can change, so not for ever as is the default.
    { ...size, headers: { 'Cache-Control': 'public, max-age=3600' } },
  )
}
