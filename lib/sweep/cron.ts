import { env } from '@/lib/env'
import { refusal } from '@/lib/machine-token'
import { sweep } from './run'

/** Vercel's cron asks here, with CRON_SECRET as a bearer token. */
export async function cronSweep(request: Request): Promise<Response> {
  const refused = refusal(request, env().cronSecret)
  if (refused) return refused
  const swept = await sweep()
  return Response.json(
    swept ? { swept } : { swept: [], message: 'Another process sweeps, or just did.' },
    { headers: { 'cache-control': 'no-store' } },
  )
}
