import { exportActivity } from '@/lib/account/export-activity'
import { getPerson } from '@/lib/session/person'
import { readAsked } from '../asked'

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json' }

export async function GET(request: Request): Promise<Response> {
  const person = await getPerson()
  if (!person) return new Response('Sign in first.', { status: 401 })
  const parameters = Object.fromEntries(new URL(request.url).searchParams)
  const format = parameters.format === 'csv' ? 'csv' : 'json'
  return new Response(exportActivity(person.id, readAsked(parameters), format), {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="activity.${format}"`,
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  })
}
