import type { Page } from '@playwright/test'
import { expect, type User } from './fixtures'
import { toysKey } from './toys-plugin'

export const install = async (page: Page, address: string, host: string) => {
  await page.goto('/playground')
  await page.getByLabel('As', { exact: true }).selectOption(host)
  await page.getByLabel('Domain or URL').fill(address)
  await page.getByRole('button', { name: 'Install' }).click()
  await expect(page.getByRole('heading', { name: 'Operations' })).toBeVisible()
}

export async function installToys(page: Page, origin: string) {
  await install(page, origin, 'chatgpt-2023')
  await page.getByLabel('API key').fill(toysKey)
  await page.getByRole('button', { name: 'Save the key' }).click()
  await expect(page.getByText('Registered.', { exact: true })).toBeVisible()
}

export async function enter(
  page: Page,
  user: User,
  signUp: (page: Page, user: User) => Promise<void>,
) {
  await page.goto('/sign-up?next=/playground')
  await signUp(page, user)
  await page.waitForURL(({ pathname }) => pathname === '/playground')
}
