import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { serveModel } from '@/lib/testing/scripted-model'
import { expect, test, type User } from './fixtures'
import { serveToys, toysKey } from './toys-plugin'
import { watchPolicy } from './watch-policy'

const install = async (page: Page, address: string, host: string) => {
  await page.goto('/playground')
  await page.getByLabel('As', { exact: true }).selectOption(host)
  await page.getByLabel('Domain or URL').fill(address)
  await page.getByRole('button', { name: 'Install' }).click()
  await expect(page.getByRole('heading', { name: 'Operations' })).toBeVisible()
}

async function installToys(page: Page, origin: string) {
  await install(page, origin, 'chatgpt-2023')
  await page.getByLabel('API key').fill(toysKey)
  await page.getByRole('button', { name: 'Save the key' }).click()
  await expect(page.getByText('Registered.', { exact: true })).toBeVisible()
}

async function enter(page: Page, user: User, signUp: (page: Page, user: User) => Promise<void>) {
  await page.goto('/sign-up?next=/playground')
  await signUp(page, user)
  await page.waitForURL(({ pathname }) => pathname === '/playground')
}

test('a plugin by other means is installed and used; what it says is text', async ({
  page,
  user,
  signUp,
}) => {
  const refused = await watchPolicy(page)
  const { origin, toys, server } = await serveToys()
  await enter(page, user, signUp)
  await page.getByLabel('Domain or URL').fill(`${origin}/nothing-here`)
  await page.getByRole('button', { name: 'Install' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'installs nothing from there',
  )

  await installToys(page, origin)
  await expect(page.getByText('Unverified plugin.')).toBeVisible()
  await page.getByRole('button', { name: 'Look for it' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('does not carry the token')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])

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

test('a model talks to two plugins, and waits for the person before it changes anything', async ({
  page,
  user,
  signUp,
}) => {
  const { origin, toys, server } = await serveToys()
  const model = await serveModel(Number(process.env.E2E_MODEL_PORT), ({ messages }) => {
    const answered = messages.filter(({ role }) => role === 'tool').length
    if (answered === 0) return { call: 'searchStays', input: { where: 'Paris' } }
    if (answered === 1) return { call: 'addToy', input: { name: 'Kite' } }
    return 'The **kite** is packed for <b>Paris</b>.'
  })
  await enter(page, user, signUp)
  await installToys(page, origin)
  await install(page, new URL(page.url()).origin, 'chatgpt-2023')
  await page.goto('/playground')
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.getByLabel('Where the person is').fill('FR-IDF')
  await page.getByRole('button', { name: 'Start a conversation' }).click()
  await expect(page.getByText('The person is in FR-IDF.')).toBeVisible()

  await page.getByLabel('Say something to').fill('Find me a place in Paris and pack a kite')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { name: 'Let it call addToy of Toys?' })).toBeVisible()
  expect(toys).toHaveLength(1)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByText('The **kite** is packed for <b>Paris</b>.')).toBeVisible()
  expect(toys).toEqual([expect.anything(), 'Kite'])
  server.close()
  model.close()
})
