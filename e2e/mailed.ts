import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { expect } from './fixtures'

/** The newest link of this kind that was mailed to this address, from the outbox page. */
export async function mailedLink(page: Page, to: string, kind: string): Promise<string> {
  const mails = page.locator('li').filter({ hasText: `to ${to}` })
  const link = mails.locator(`a[href*="/${kind}/"]`).first()
  await expect(async () => {
    await page.goto('/outbox')
    await expect(link).toBeVisible({ timeout: 500 })
  }).toPass()
  return String(await link.getAttribute('href'))
}

export const heading = (page: Page) => page.getByRole('heading', { level: 1 })

export const newPage = async (
  browser: Browser,
  baseURL?: string,
  more: BrowserContextOptions = {},
): Promise<Page> => (await browser.newContext({ baseURL, ...more })).newPage()
