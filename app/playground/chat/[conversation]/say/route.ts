import { chatHref, lastHref, wishHref } from '@/app/playground/hrefs'
import { requirePlayer } from '@/app/playground/player'
import { isFromThisSite, seeOther } from '@/app/same-site'
import { addEntry } from '@/lib/host/kept/conversations'
import { converse, type Heard } from '@/lib/host/kept/conversing'

type Context = { params: Promise<{ conversation: string }> }

/** What a person says, and the model's turn: a line of JSON for each thing, or, without script, the page. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isFromThisSite(request)) return new Response('Not from this site', { status: 403 })
  const player = await requirePlayer()
  const { conversation } = await params
  const text = String((await request.formData()).get('text') ?? '').trim()
  if (text) {
    const said = { kind: 'message', by: 'person', text: text.slice(0, 4000) } as const
    if (!(await addEntry(player.id, conversation, said))) return seeOther(chatHref(conversation))
  }
  const turn = converse(player.id, conversation)
  if (request.headers.get('accept') === 'application/x-ndjson') return stream(turn)
  let href = lastHref(conversation)
  for await (const heard of turn) href = hrefOf(heard) ?? href
  return seeOther(href)
}

function stream(turn: AsyncGenerator<Heard>): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = await turn.next()
      if (done) controller.close()
      else {
        const line = { ...value, href: hrefOf(value) }
        controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      }
    },
    cancel: async () => void (await turn.return(undefined)),
  })
  const headers = { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' }
  return new Response(body, { headers })
}

/** Where the host's card for a call stands. */
function hrefOf(heard: Heard): string | null {
  if (heard.kind !== 'asks') return null
  const { conversationId, installationId, operation, input } = heard.wish
  const wished = { installation: installationId, operation, input: JSON.stringify(input) }
  return wishHref(conversationId, wished, true)
}
