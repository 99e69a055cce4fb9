import { authorizationServer } from '@/lib/authorization-server'
import { getLogo } from '@/lib/oauth/clients/logo'
import { getCookieHeader } from '@/lib/session/person'

type Context = { params: Promise<{ uid: string }> }

/** The logo of the app that asks, only for the browser that was asked. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { uid } = await params
  const asked = await authorizationServer.getConsentRequest(uid, await getCookieHeader())
  const logo =
    asked?.logoUri && (await getLogo(asked.logoUri, request.headers.get('x-forwarded-for')))
  if (!logo) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  return new Response(new Uint8Array(logo), {
    headers: {
      'content-type': 'image/png',
      'cache-control': 'private, max-age=3600',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}
