import { isForFrame } from '@/app/playground/navigation'
import { requirePlayer } from '@/app/playground/player'
import { getView } from '@/lib/host/kept/showing'

type Context = { params: Promise<{ installation: string; operation: string }> }

/** A plugin's view, for the frame of a conversation. Its policy makes it a stranger wherever it is opened. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!isForFrame(request)) return new Response('Not found', { status: 404 })
  const player = await requirePlayer()
  const { installation, operation } = await params
  const view = await getView(player.id, installation, operation)
  if (!view) return new Response('Not found', { status: 404 })
  return new Response(view.html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': toPolicy(view),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}

type Domains = { connectDomains: string[]; resourceDomains: string[] }

// As MCP Apps has it; without allow-same-origin no cookie, no storage and no page of this site.
function toPolicy({ connectDomains, resourceDomains }: Domains): string {
  const resources = resourceDomains.join(' ')
  return [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src 'unsafe-inline' ${resources}`,
    `style-src 'unsafe-inline' ${resources}`,
    `img-src data: ${resources}`,
    `font-src data: ${resources}`,
    `media-src data: ${resources}`,
    `connect-src ${connectDomains.join(' ') || "'none'"}`,
    "form-action 'none'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
  ].join('; ')
}
