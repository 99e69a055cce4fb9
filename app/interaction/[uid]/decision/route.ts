import { after } from 'next/server'
import { isFromThisSite, seeOther } from '@/app/same-site'
import { attemptsWritten } from '@/lib/attempts/write-behind'
import { authorizationServer } from '@/lib/authorization-server'
import { toLength } from '@/lib/oauth/lengths'
import { getCookieHeader, getPerson } from '@/lib/session/person'

type Context = { params: Promise<{ uid: string }> }

/** Allow, only look, or Deny. The form's own proof stands in for a browser that does not say where it comes from. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { uid } = await params
  const consent = `/interaction/${encodeURIComponent(uid)}`
  const person = await getPerson()
  if (!person || !isFromThisSite(request)) return seeOther(consent)
  if (Number(request.headers.get('content-length') ?? 0) > 10_000) return seeOther(consent)
  const form = await request.formData().catch(() => null)
  if (!form) return seeOther(consent)
  after(attemptsWritten)
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
