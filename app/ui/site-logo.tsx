import { Logo } from '@/app/ui/logo'
import { getUploadedLogo } from '@/lib/listing/listing'

/** What the operator uploaded; until then the release's own. */
export async function SiteLogo({ className = 'size-7' }: { className?: string }) {
  const uploaded = await getUploadedLogo()
  if (!uploaded) return <Logo className={className} />
  // biome-ignore lint/performance/noImgElement: 512² of our own, shown as it is served
  return <img src={uploaded} alt="" width={28} height={28} className={`${className} rounded-md`} />
}
