import { requirePlayer } from '@/app/playground/player'
import { toHar } from '@/lib/host/export/har'
import { toMarkdown } from '@/lib/host/export/markdown'
import { getTranscript } from '@/lib/host/kept/conversations'

type Context = { params: Promise<{ conversation: string }> }

/** The conversation as a file; its secrets were covered when they were written down. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const player = await requirePlayer()
  const { conversation } = await params
  const transcript = await getTranscript(player.id, conversation)
  if (!transcript) return new Response('Not found', { status: 404 })
  const isHar = new URL(request.url).searchParams.get('as') === 'har'
  const text = isHar ? JSON.stringify(toHar(transcript), null, 2) : toMarkdown(transcript)
  return new Response(text, {
    headers: {
      'content-type': isHar ? 'application/json' : 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="playground.${isHar ? 'har' : 'md'}"`,
      'cache-control': 'no-store',
    },
  })
}
