import { approve, daysFromNow } from './fixtures'
import { expect, test } from './staff'

test('an operator closes dates and the room is gone; a cancelled reservation says why', async ({
  page,
  browser,
  user,
  host,
  connect,
  becomeStaff,
}) => {
  test.slow()
  const guest = await (await browser.newContext()).newPage()
  const tokens = await connect(guest, host)
  const call = async (path: string, init?: RequestInit) =>
    (await host.call(tokens.access_token, path, init)).json()
  const { stays } = await call('/api/stays?where=Vienna')
  const { slug, name } = stays[0]
  const first = 30 + Math.floor(Math.random() * 300)
  const [checkIn, checkOut] = [daysFromNow(first), daysFromNow(first + 1)]
  const dates = new URLSearchParams({ checkIn, checkOut })
  const body = JSON.stringify({ stay: slug, guests: 1, checkIn, checkOut })
  const held = host.call(tokens.access_token, '/api/reservations', { method: 'POST', body })
  await approve(guest, await held)
  const { reservations } = await call('/api/reservations')
  const [{ id }] = reservations

  await becomeStaff(page, { ...user, email: `operator-${user.email}` })
  await page.goto('/admin/stays')
  await page.getByLabel('Name or city begins with').fill(name)
  await page.getByRole('button', { name: 'Show' }).click()
  await page.locator(`a[href="/admin/stays/${slug}"]`).click()
  await page.getByLabel('First night').fill(checkIn)
  await page.getByLabel('Last night').fill(checkIn)
  await page.getByRole('button', { name: 'Close these nights' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Closed.' })).toBeVisible()
  expect((await call(`/api/stays/${slug}?${dates}`)).rooms).toEqual([])

  await page.getByRole('link', { name: id }).click()
  await page.getByLabel('Reason').fill('A burst pipe, we are sorry')
  await page.getByRole('button', { name: 'Cancel this reservation' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Cancelled.' })).toBeVisible()
  expect(await call(`/api/reservations/${id}`)).toMatchObject({
    ...{ status: 'cancelled', cancelReason: 'A burst pipe, we are sorry' },
  })
  await guest.goto('/account')
  await expect(guest.getByText('A burst pipe, we are sorry')).toBeVisible()
})
