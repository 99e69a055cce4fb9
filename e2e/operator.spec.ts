import { createOperatorLink } from '@/lib/people/operator-link'
import { openDatabase } from '@/scripts/database/open'
import { expect, test } from './fixtures'

test('the first visitor of the link becomes the operator, and the link is used up', async ({
  browser,
  page,
  user,
  signUp,
}) => {
  await openDatabase({ what: 'e2e', lasting: false })
  const link = new URL(String(await createOperatorLink())).pathname
  await page.goto(link)
  await page.getByRole('link', { name: 'Create account' }).click()
  await signUp(page, user)
  await page.getByRole('button', { name: 'Become the operator' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('You are the operator')

  const late = await (await browser.newContext()).newPage()
  await late.goto(link)
  await expect(late.getByRole('button', { name: 'Become the operator' })).toHaveCount(0)
  expect(await createOperatorLink()).toBeNull()
})

test('a person who comes by 127.0.0.1 is sent to the address that cookies belong to', async ({
  request,
  baseURL,
}) => {
  const other = String(baseURL).replace('localhost', '127.0.0.1')
  const response = await request.get(`${other}/sign-in?next=/account`, { maxRedirects: 0 })
  expect(response.status()).toBe(303)
  expect(response.headers().location).toBe(`${baseURL}/sign-in?next=/account`)
})
