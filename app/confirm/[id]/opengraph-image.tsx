import { ImageResponse } from 'next/og'
import { mark } from '@/app/ui/logo'
import { OgCard } from '@/app/ui/og-card'
import { getListing } from '@/lib/listing/listing'

export const alt = 'A request waits for your answer'
export const size = { width: 1200, height: 630 }
export const contentType = 'image/png'

/** The same whatever is asked, and whether anything is: whoever fetches it is a stranger. */
export default async function ConfirmImage() {
  const { name } = await getListing()
  return new ImageResponse(
    <OgCard name={name} picture={<Question />}>
      <div style={{ fontSize: 62, lineHeight: 1.1 }}>{alt}</div>
      <div style={{ marginTop: 24, fontSize: 32, color: '#515f59' }}>Sign in to decide.</div>
    </OgCard>,
    size,
  )
}

function Question() {
  return (
    <svg width="480" height="566" viewBox="0 0 480 566" aria-hidden="true">
      <rect width="480" height="566" fill="#83570d" />
      <path transform="translate(-16 80)" fill="#f9f0da" d={mark.keyhole} />
    </svg>
  )
}
