import { after } from 'next/server'
import { isFromThisSite, seeOther } from '@/app/same-site'
import { attemptsWritten } from '@/lib/attempts/write-behind'
import { authorizationServer } from '@/lib/authorization-server'
import { mailsSent } from '@/lib/mail/send'
import { toLength } from '@/lib/oauth/lengths'
import { getDeletion } from '@/lib/people/deletion'
import { getCookieHeader, getPerson } from '@/lib/session/person'

type Context = { params: Promise<{ uid: string }> }

/** Allow, only look, or Deny. The form's own proof stands in for a browser that does not say where it comes from. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { uid } = await params
  const consent = `/interaction/${encodeURIComponent(uid)}`
  const person = await getPerson()
  if (!person || !isFromThisSite(request)) return seeOther(consent)
  // The page says so too; this one may have been open before.
  if (await getDeletion(person.id)) return seeOther(consent)
  const form = await readForm(request).catch(() => null)
  if (!form) return seeOther(consent)
  after(attemptsWritten)
  after(mailsSent)
  const next = await authorizationServer.decide({
    uid,
    cookies: await getCookieHeader(),
    account: person,
    proof: form.get('proof') ?? '',
    answer: toAnswer(form.get('decision')),
    length: toLength(form.get('length')),
    chosen: form.getAll('scope'),
  })
  return seeOther(next ?? consent)
}

const longest = 10_000

/** The length may be missing or wrong: what is read is what counts. */
async function readForm(request: Request): Promise<URLSearchParams | null> {
  if (Number(request.headers.get('content-length') ?? 0) > longest) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > longest) return null
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

const toAnswer = (decision: unknown) =>
  decision === 'allow' || decision === 'look' ? decision : 'deny'
