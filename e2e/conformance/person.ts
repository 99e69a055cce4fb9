import { randomUUID } from 'node:crypto'
import { chromium, type Page } from '@playwright/test'
import { findChromium } from '../../scripts/chromium.mjs'

/** Somebody with a browser, who comes without an account and allows all that they are asked. */
export type Person = {
  allow: (authorizeUrl: string) => Promise<void>
  leave: () => Promise<void>
}

export async function openBrowser() {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
  })
  return {
    async newPerson(): Promise<Person> {
      const context = await browser.newContext()
      context.setDefaultTimeout(20_000)
      return {
        async allow(url) {
          const page = await context.newPage()
          try {
            await allow(page, url)
          } catch (error) {
            throw new Error(`The person could not allow it at ${await whereabouts(page)}\n${error}`)
          } finally {
            await page.close()
          }
        },
        leave: () => context.close(),
      }
    },
    close: () => browser.close(),
  }
}

async function allow(page: Page, url: string): Promise<void> {
  const { origin } = new URL(url)
  await page.goto(url)
  const account = page.getByRole('link', { name: 'Create an account' })
  const allowed = page.getByRole('button', { name: 'Allow', exact: true })
  await account.or(allowed).first().waitFor()
  if (await account.isVisible()) {
    await account.click()
    await signUp(page)
    await allowed.waitFor()
  }
  for (const choice of await page.getByRole('checkbox').all()) await choice.check()
  await allowed.click()
  await page.waitForURL((at) => at.origin !== origin)
}

async function signUp(page: Page): Promise<void> {
  await page.getByLabel('Name').fill('Ada Lovelace')
  await page.getByLabel('Email').fill(`${randomUUID()}@example.com`)
  await page.getByLabel('Password').fill('correct horse battery staple')
  await page.getByRole('button', { name: 'Create account' }).click()
}

async function whereabouts(page: Page): Promise<string> {
  const text = await page
    .locator('body')
    .innerText({ timeout: 1000 })
    .catch(() => '')
  return `${page.url()}\n${text.slice(0, 600)}`
}
