import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serveModel } from '@/lib/testing/scripted-model'
import { openDatabase } from '@/scripts/database/open'
import { expect, test } from './fixtures'
import { enter, install, installToys } from './playing'
import { freePort, nextStart, type Running, run } from './processes'
import { serveToys } from './toys-plugin'

/** The other stories have no model, as a first run has none. */
async function startSite(modelPort: number): Promise<Running> {
  const database = await openDatabase({ what: 'e2e', lasting: false })
  const port = await freePort()
  const settings = {
    APP_ORIGIN: `http://localhost:${port}`,
    DATABASE_URL: database.url,
    DATABASE_EMBEDDED: database.embedded ? '1' : '',
    APP_SECRET: readFileSync(join(String(process.env.DATA_DIR), 'secret'), 'utf8').trim(),
    MODEL: 'scripted',
    MODEL_BASE_URL: `http://127.0.0.1:${modelPort}/v1`,
  }
  return run(nextStart, settings, port)
}

test('a model talks to two plugins, and waits for the person before it changes anything', async ({
  browser,
  user,
  signUp,
}) => {
  const { origin, toys, server } = await serveToys()
  const model = await serveModel(0, ({ messages }) => {
    const answered = messages.filter(({ role }) => role === 'tool').length
    if (answered === 0) return { call: 'searchStays', input: { where: 'Paris' } }
    if (answered === 1) return { call: 'addToy', input: { name: 'Kite' } }
    return 'The **kite** is packed for <b>Paris</b>.'
  })
  const site = await startSite((model.address() as AddressInfo).port)
  try {
    const baseURL = `http://localhost:${site.port}`
    const page = await browser.newPage({ baseURL })
    await enter(page, user, signUp)
    await installToys(page, origin)
    await install(page, baseURL, 'chatgpt-2023')
    await page.goto('/playground')
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await page.getByLabel('Where the person is').fill('FR-IDF')
    await page.getByRole('button', { name: 'Start a conversation' }).click()
    await expect(page.getByText('Location: FR-IDF')).toBeVisible()

    await page.getByLabel('Say something to').fill('Find me a place in Paris and pack a kite')
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(page.getByRole('heading', { name: 'Let it call addToy of Toys?' })).toBeVisible()
    expect(toys).toHaveLength(1)
    await page.getByRole('button', { name: 'Confirm' }).click()
    await expect(page.getByText('The **kite** is packed for <b>Paris</b>.')).toBeVisible()
    expect(toys).toEqual([expect.anything(), 'Kite'])
    await page.close()
  } finally {
    await site.stop()
    server.close()
    model.close()
  }
})
