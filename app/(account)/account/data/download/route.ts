import { downloadAccount } from '@/lib/account/download'
import { getPerson } from '@/lib/session/person'

export async function GET(): Promise<Response> {
  const person = await getPerson()
  if (!person) return new Response('Sign in first.', { status: 401 })
  return new Response(JSON.stringify(await downloadAccount(person.id), null, 2), {
    headers: {
      'content-type': 'application/json',
      'content-disposition': 'attachment; filename="my-data.json"',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  })
}
