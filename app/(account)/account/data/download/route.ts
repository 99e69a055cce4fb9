import { signInAgainHref } from '@/app/ui/hrefs'
import { downloadAccount } from '@/lib/account/download'
import { getPerson, isFresh } from '@/lib/session/person'

export async function GET(): Promise<Response> {
  const person = await getPerson()
  if (!person) return new Response('Sign in first.', { status: 401 })
  if (!isFresh(person)) return seeOther(signInAgainHref('/account/data'))
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

const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
