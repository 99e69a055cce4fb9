import { getPicture } from '@/lib/host/kept/showing'
import { requirePlayer } from '../player'

/** A picture that a plugin names, painted anew: nobody's browser goes there. */
export async function GET(request: Request): Promise<Response> {
  await requirePlayer()
  const url = new URL(request.url).searchParams.get('url')
  const picture = url && (await getPicture(url))
  if (!picture) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(picture), {
    headers: { 'content-type': 'image/webp', 'cache-control': 'private, max-age=3600' },
  })
}
