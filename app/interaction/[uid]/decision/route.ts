import { after } from 'next/server'
import { attemptsWritten } from '@/lib/attempts/write-behind'
import { authorizationServer } from '@/lib/authorization-server'
import { env } from '@/lib/env'
import { mailsSent } from '@/lib/mail/send'
import { toLength } from '@/lib/oauth/lengths'
import { getCookieHeader, getPerson } from '@/lib/session/person'

type Context = { params: Promise<{ uid: string }> }

/** Allow, only look, or Deny. Answers 303, so that the browser goes on with a GET whatever it sent. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { uid } = await params
  const consent = `/interaction/${encodeURIComponent(uid)}`
  const person = await getPerson()
  if (!person || !isFromThisSite(request)) return seeOther(consent)
  if (Number(request.headers.get('content-length') ?? 0) > 10_000) return seeOther(consent)
  const form = await request.formData().catch(() => null)
  if (!form) return seeOther(consent)
  after(attemptsWritten)
  after(mailsSent)
  const next = await authorizationServer.decide({
    uid,
    cookies: await getCookieHeader(),
    account: person,
    proof: String(form.get('proof') ?? ''),
    answer: toAnswer(form.get('decision')),
    length: toLength(form.get('length')),
    chosen: form.getAll('scope').map(String),
  })
  return seeOther(next ?? consent)
}

const toAnswer = (decision: unknown) =>
  decision === 'allow' || decision === 'look' ? decision : 'deny'

// The cookies are SameSite=Lax already; a browser that says where a form comes from is believed, and
// the form's own proof stands in for one that does not.
function isFromThisSite(request: Request): boolean {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  return (origin === null || origin === env().origin) && (site === null || site === 'same-origin')
}

const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
