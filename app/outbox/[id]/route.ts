import { readOutbox } from '@/lib/mail/outbox'

type Context = { params: Promise<{ id: string }> }

/** A mail as mail programs show it: its styles stand in it, which no page of ours allows. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const mail = (await readOutbox()).find((one) => one.id === id)
  if (!mail) return new Response('There is no such mail.', { status: 404 })
  return new Response(mail.html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  })
}
