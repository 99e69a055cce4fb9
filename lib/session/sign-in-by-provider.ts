import { countAtPlace, providersAtPlace } from '@/lib/people/throttle'
import { usedProviders } from '@/lib/settings/ways-in'
import { arrive } from './arrival'
import { leadOn } from './leaving-page'
import { safeNext } from './next-path'
import { getPerson, isFresh } from './person'
import { toIdentity } from './provider-claims'
import { beginExchange, finishExchange } from './provider-exchange'
import { place } from './sign-in'
import { giveTicket, readTicket } from './ticket'

type Asked = { provider: string; next: string | null; link: boolean }

/** Sends the browser to a provider, to sign in or to link it to the account that is signed in. */
export async function leaveFor({ provider, next, link }: Asked): Promise<Response> {
  const person = link ? await getPerson() : null
  const settings = (await usedProviders()).find(({ id }) => id === provider)
  if (!settings || (link && !(person && isFresh(person)))) return failed('failed', next, link)
  if ((await countAtPlace(providersAtPlace, await place())) > 0) return failed('busy', next, link)
  const exchange = await beginExchange(provider).catch(() => null)
  if (!exchange) return failed('unreachable', next, link)
  await giveTicket('provider', {
    accountId: person?.id ?? null,
    payload: { provider, ...(next ? { next } : {}) },
  })
  return leadOn(settings.name, exchange.location, exchange.cookies)
}

/** The provider's answer, whatever it is. */
export async function comeBack(provider: string, request: Request): Promise<Response> {
  const settings = (await usedProviders()).find(({ id }) => id === provider)
  const ticket = await readTicket('provider')
  const next = safeNext(ticket?.payload.next)
  if (!settings || ticket?.payload.provider !== provider) return failed('failed', next, false)
  const isLink = ticket.accountId !== null
  const { claims, cookies } = await finishExchange(provider, request)
  const identity = claims && toIdentity(settings.issuer, claims)
  if (identity) return goTo(await arrive(identity, ticket), cookies)
  const error = new URL(request.url).searchParams.get('error')
  return failed(error === 'access_denied' ? 'declined' : 'failed', next, isLink)
}

function failed(problem: string, next: string | null, link: boolean): Response {
  const query = new URLSearchParams({ problem, ...(next && !link ? { next } : {}) })
  return goTo(`${link ? '/account/security' : '/sign-in'}?${query}`)
}

const goTo = (location: string, cookies: string[] = []): Response =>
  new Response(null, {
    status: 303,
    headers: [
      ['location', location],
      ['cache-control', 'no-store'],
      ...cookies.map((cookie): [string, string] => ['set-cookie', cookie]),
    ],
  })
