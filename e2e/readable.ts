import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

type Asked = {
  /** Somebody else's document, with landmarks of its own. */
  exclude?: string
  /** At which nothing may be wider than the window. */
  widths?: number[]
}

const colors = ['color-contrast', 'link-in-text-block']

/** By everybody, in light and in dark: the schemes differ in their colors only. */
export async function expectReadable(page: Page, { exclude, widths = [] }: Asked = {}) {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(endTransitions)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, `${page.url()} at ${width}`).toBeLessThanOrEqual(width)
      await shoot(page, `${width}-${colorScheme}`)
    }
    const axe = new AxeBuilder({ page })
    if (exclude) axe.exclude(exclude)
    if (colorScheme === 'dark') axe.withRules(colors)
    const { violations } = await axe.analyze()
    expect(violations.map(({ id, nodes }) => [page.url(), id, nodes[0]?.html])).toEqual([])
  }
}

/** Colors that are still on their way are nobody's. */
function endTransitions(): void {
  for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish()
}

/** Into the folder that `E2E_SHOTS` names, to be looked at. */
async function shoot(page: Page, variant: string): Promise<void> {
  const folder = process.env.E2E_SHOTS
  if (!folder) return
  const { pathname, search } = new URL(page.url())
  const lang = await page.locator('html').getAttribute('lang')
  const name = `${lang}${pathname}${search}`.replace(/\W+/g, '-').slice(0, 80)
  await page.screenshot({ path: `${folder}/${name}-${variant}.png`, fullPage: true })
}
