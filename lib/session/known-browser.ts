import { cookies } from 'next/headers'
import { env } from '@/lib/env'
import { hmac } from '@/lib/secrets'

const name = (): string => (env().local ? 'latchkey.known' : '__Host-latchkey.known')

/** One computer may be several people's. */
const mostAccounts = 10

/**
 * Whether this account was signed in to in this browser before; from now on it was. The cookie holds
 * a mark for each account that nobody else can make and that says nothing.
 */
export async function meetBrowser(accountId: string): Promise<{ isKnown: boolean }> {
  const jar = await cookies()
  const mark = hmac('known browser', accountId)
  const known = (jar.get(name())?.value ?? '').split('.').filter((one) => /^[\w-]{43}$/.test(one))
  const marks = [mark, ...known.filter((one) => one !== mark)].slice(0, mostAccounts)
  jar.set(name(), marks.join('.'), {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: !env().local,
    maxAge: 400 * 24 * 3600,
  })
  return { isKnown: known.includes(mark) }
}
