import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { expectReadable } from './readable'
import { expect, test } from './staff'

const files = readdirSync('app/admin', { recursive: true, encoding: 'utf8' })

/** Every address below /admin that answers; a parameter stands for something that is not there. */
const paths = files
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
  .map((file) => join('/admin', file.replace(/\/?(page\.tsx|route\.ts)$/, '')))
  .map((path) => path.replace(/\[[^\]]+\]/g, 'nothing'))

type Action = { filename?: string; workers: Record<string, unknown> }

/** Every server action of the build that a module below app/admin exports. */
function actions(): { id: string; page: string }[] {
  const manifest = readFileSync('.next/server/server-reference-manifest.json', 'utf8')
  const { node } = JSON.parse(manifest) as { node: Record<string, Action> }
  return Object.entries(node)
    .filter(([, { filename }]) => filename?.startsWith('app/admin/'))
    .map(([id, { workers }]) => {
      const [page = ''] = Object.keys(workers)
      return { id, page: page.replace(/^app|\/page$/g, '').replace(/\[[^\]]+\]/g, 'nothing') }
    })
}

async function statuses(request: APIRequestContext): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const path of paths) found[path] = (await request.get(path, { maxRedirects: 0 })).status()
  return found
}

test('for somebody who is no operator there is nothing at any of the dashboard’s addresses', async ({
  page,
  user,
  createAccount,
  request,
  baseURL,
}) => {
  expect(paths.length).toBeGreaterThan(1)
  expect(actions().length).toBeGreaterThan(1)
  const nothing = Object.fromEntries(paths.map((path) => [path, 404]))
  expect(await statuses(request), 'a stranger').toEqual(nothing)
  await createAccount(page, user)
  expect(await statuses(page.request), 'a member').toEqual(nothing)
  for (const { id, page: own } of actions()) {
    for (const path of [own, '/account']) {
      const response = await page.request.post(path, {
        headers: { 'next-action': id, origin: String(baseURL), 'content-type': 'text/plain' },
        data: '[{"errors":{},"values":{},"attempt":0},"$K1"]',
        maxRedirects: 0,
      })
      // At a page that does not hold the action, Next tells the 404 in the body of a 200.
      const isRefused =
        response.status() === 404 || (await response.text()).includes('ERROR_FALLBACK;404')
      expect([id, path, isRefused]).toEqual([id, path, true])
    }
  }
})

for (const role of ['operator', 'analyst'] as const) {
  test(`an ${role} reads every page of the dashboard`, async ({ page, user, becomeStaff }) => {
    test.slow()
    await becomeStaff(page, user, role)
    await page.goto('/account')
    await page.getByRole('link', { name: 'Dashboard' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
    for (const path of paths.filter((path) => !/nothing|export|logo/.test(path))) {
      const response = await page.goto(path)
      expect([path, response?.status()]).toEqual([path, 200])
      if (role === 'operator') await expectReadable(page)
    }
  })
}
