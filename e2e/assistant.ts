import type { Page } from '@playwright/test'
import { daysFromNow } from './fixtures'
import type { Host } from './host'

/** The id of the action that waits there. */
export const idOf = (confirmationUrl: string): string =>
  new URL(confirmationUrl).pathname.split('/')[2] ?? ''

type Connect = (page: Page, host: Host) => Promise<{ access_token: string }>

/** A connected host that wants a room which no other story wants. */
export async function assistant(page: Page, host: Host, connect: Connect, where = 'Vienna') {
  const { access_token } = await connect(page, host)
  const nights = 30 + Math.floor(Math.random() * 300)
  const wish = { checkIn: daysFromNow(nights), checkOut: daysFromNow(nights + 1), guests: 1 }
  const search = new URLSearchParams({ where, ...wish, guests: '1' })
  const { stays } = await (await host.call(access_token, `/api/stays?${search}`)).json()
  const found = stays[Math.floor(Math.random() * stays.length)]
  const price = new Intl.NumberFormat('en', { style: 'currency', currency: found.currency })
  const book = (other: { guests?: number } = {}) => {
    const body = JSON.stringify({ stay: found.slug, ...wish, ...other })
    return host.call(access_token, '/api/reservations', { method: 'POST', body })
  }
  const reservations = async (): Promise<string[]> => {
    const answer = await host.call(access_token, '/api/reservations')
    return (await answer.json()).reservations.map(({ id }: { id: string }) => id)
  }
  return {
    book,
    reservations,
    stay: {
      ...{ slug: found.slug, name: found.name, price: price.format(found.totalPrice / 100) },
    },
  }
}
