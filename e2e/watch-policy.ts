import type { Page } from '@playwright/test'

/** What the browser refuses on any page from here on because of the page's own policy. */
export async function watchPolicy(page: Page): Promise<string[]> {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text())
  })
  await page.exposeFunction('tellRefused', (what: string) => refused.push(what))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      Reflect.get(window, 'tellRefused')(`${location.pathname} ${effectiveDirective} ${blockedURI}`)
    })
  })
  return refused
}
