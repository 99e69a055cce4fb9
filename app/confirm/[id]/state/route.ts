import { readState } from '@/lib/held-actions'
import { getPerson } from '@/lib/session/person'

type Context = { params: Promise<{ id: string }> }

const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/** 204 while it stands as the page that asks has it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const person = await getPerson()
  const state = person && (await readState(person.id, id))
  const known = new URL(request.url).searchParams.get('is')
  return state === known
    ? new Response(null, { status: 204, headers })
    : Response.json({ state }, { headers })
}
