import { ImageResponse } from 'next/og'
import { mark } from '@/app/ui/logo'
import { OgCard } from '@/app/ui/og-card'
import { getListing } from '@/lib/listing/listing'
import { product } from '@/lib/product'

export const alt = product.tagline
export const size = { width: 1200, height: 630 }
export const contentType = 'image/png'
// What an operator calls the plugin is known at run time only.
export const dynamic = 'force-dynamic'

export default async function SiteImage() {
  const { name, tagline } = await getListing()
  return new ImageResponse(
    <OgCard name={name} picture={<Door />}>
      <div style={{ fontSize: 62, lineHeight: 1.1 }}>{tagline}</div>
    </OgCard>,
    size,
  )
}

function Door() {
  return (
    <svg width="480" height="566" viewBox="0 0 480 566" aria-hidden="true">
      <rect width="480" height="566" fill="#0f5a46" />
      <path transform="translate(-16 80)" fill="#f3d9a0" d={mark.keyhole} />
    </svg>
  )
}
