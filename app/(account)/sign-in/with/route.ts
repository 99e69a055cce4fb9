import { env } from '@/lib/env'
import { safeNext } from '@/lib/session/next-path'
import { leaveFor } from '@/lib/session/sign-in-by-provider'

/** Where the provider buttons post to. */
export async function POST(request: Request): Promise<Response> {
  const tooLong = Number(request.headers.get('content-length') ?? 0) > 10_000
  const form =
    isFromThisSite(request) && !tooLong ? await request.formData().catch(() => null) : null
  if (!form) return new Response(null, { status: 303, headers: { location: '/sign-in' } })
  return leaveFor({
    provider: String(form.get('provider')),
    next: safeNext(form.get('next')),
    link: form.get('link') === '1',
  })
}

// Another site must not start a sign-in here that its visitor did not ask for.
function isFromThisSite(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  return site ? site === 'same-origin' : request.headers.get('origin') === env().origin
}
