import { expect, test } from './fixtures'
import { enter, installToys } from './playing'
import { expectReadable } from './readable'
import { serveToys, toysKey } from './toys-plugin'
import { watchPolicy } from './watch-policy'

test('a plugin by other means is installed and used; what it says is text', async ({
  page,
  user,
  signUp,
}) => {
  const refused = await watchPolicy(page)
  const { origin, toys, server } = await serveToys()
  await enter(page, user, signUp)
  await page.getByLabel('As', { exact: true }).selectOption('copilot')
  await page.getByLabel('Domain or URL').fill(`${origin}/nothing-here`)
  await page.getByRole('button', { name: 'Install' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'installs nothing from there',
  )
  await expect(page.getByLabel('As', { exact: true })).toHaveValue('copilot')

  await installToys(page, origin)
  await expect(page.getByText('Unverified plugin.')).toBeVisible()
  await page.getByRole('button', { name: 'Look for it' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('does not carry the token')
  await expectReadable(page)

  await page.getByRole('button', { name: 'Start a conversation' }).click()
  await page.getByRole('link', { name: 'listToys' }).click()
  await page.getByRole('button', { name: 'Call it' }).click()
  await page.getByText('Input and output').click()
  await expect(page.getByRole('figure', { name: 'Output' })).toContainText(
    '<img src=x onerror=alert(1)> Bear',
  )

  await page.getByRole('link', { name: 'addToy' }).click()
  await page.getByLabel('name', { exact: true }).fill('Kite')
  await page.getByRole('button', { name: 'Call it' }).click()
  await expect(page.getByRole('heading', { name: 'Let it call addToy of Toys?' })).toBeVisible()
  expect(toys).toHaveLength(1)
  await page.getByRole('button', { name: 'Deny' }).click()
  await expect(page.getByText('You said no')).toBeVisible()
  expect(toys).toHaveLength(1)

  const har = await page.request.get(`${page.url().split(/[?#]/)[0]}/export?as=har`)
  expect((await har.json()).log.entries.length).toBeGreaterThan(0)
  expect(await har.text()).not.toContain(toysKey)
  const markdown = await page.request.get(`${page.url().split(/[?#]/)[0]}/export?as=md`)
  expect(await markdown.text()).toContain('Declined: `addToy`')

  await page.goto('/playground')
  await page.getByRole('button', { name: 'Wipe everything' }).click()
  await expect(page.getByText('Nothing of yours is kept here')).toBeVisible()
  expect(refused).toEqual([])
  server.close()
})
