import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from './staff'

// They change one listing.
test.describe.configure({ mode: 'default' })

test('an operator says what the plugin is, and every host’s check list follows', async ({
  page,
  user,
  becomeStaff,
  request,
}) => {
  test.slow()
  await becomeStaff(page, user)
  await page.goto('/admin/listing')

  const description = page.getByLabel('Short description')
  const told = 'Find a place to stay in 42 cities, and book it with your account.'
  const tooLong = `${told} ${'More and more. '.repeat(3)}`.trim()
  const counts = page.locator('#descriptionForHuman-counts')
  // React takes back what was typed into a textarea before the page came alive.
  const describe = (text: string, counted: string) =>
    expect(async () => {
      await description.fill(text)
      await expect(counts).toContainText(counted, { timeout: 1000 })
    }).toPass()
  await describe(tooLong, `${tooLong.length} of 100, ${tooLong.length - 100} too many`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Saved')
  const manifest = async () => (await request.get('/.well-known/ai-plugin.json')).json()
  expect((await manifest()).description_for_human).toBe(tooLong)

  const row = page.getByRole('listitem').filter({ hasText: 'Short description has at most 100' })
  await page.goto('/admin/listing/review?host=plugin-2023')
  await expect(row).toContainText('Open')
  await row.getByRole('link', { name: 'Go there' }).click()
  await describe(told, `${told.length} of 100`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Saved')
  await expect.poll(async () => (await manifest()).description_for_human).toBe(told)
  await page.goto('/admin/listing/review?host=plugin-2023')
  await expect(row).toContainText('Kept')

  await page.goto('/admin/listing/review?host=m365')
  await page.getByRole('button', { name: 'Mark as submitted now' }).click()
  await expect(page.getByText('Nothing that Microsoft 365 Copilot sees has changed.')).toBeVisible()
  const packed = await page.request.get('/admin/listing/export/copilot.zip')
  const files = unzipSync(new Uint8Array(await packed.body()))
  expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())).description.short).toBe(
    told,
  )
})

test('a logo that is none is refused, and one that is one is served', async ({
  page,
  user,
  becomeStaff,
  request,
}) => {
  await becomeStaff(page, user)
  await page.goto('/admin/listing')
  const logo = async () =>
    (await (await request.get('/.well-known/ai-plugin.json')).json()).logo_url
  const before = await logo()
  const upload = async (name: string, buffer: Buffer) => {
    await page.getByLabel(/logo$/).setInputFiles({ name, mimeType: 'image/png', buffer })
    await page.getByRole('button', { name: 'Upload' }).click()
  }
  await upload('logo.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
  await expect(page.getByText('This is not a PNG.')).toBeVisible()
  await upload('logo.png', Buffer.alloc(8_000_000))
  await expect(page.getByText('It is larger than 5 MB.')).toBeVisible()
  expect(await logo()).toBe(before)
  const own = await (await request.get('/logo.png')).body()
  await upload('logo.png', own)
  await expect(page.getByRole('status')).toContainText('Saved')
  await expect.poll(logo).not.toBe(before)
  expect((await request.get(await logo())).headers()['content-type']).toBe('image/png')
})

test('a reviewer signs in by password alone, finds something, and is ended', async ({
  page,
  user,
  becomeStaff,
  browser,
}) => {
  test.slow()
  await becomeStaff(page, user)
  await page.goto('/admin/listing/reviewer')
  await page.getByRole('button', { name: /Create (it|another)/ }).click()
  const made = page.getByRole('status').filter({ hasText: 'not shown again' })
  await expect(made.locator('code')).toHaveCount(2)
  const [email, password] = await made.locator('code').allInnerTexts()
  await page.getByRole('button', { name: 'Run them as the reviewer' }).click()
  await expect(page.getByText('Answered.').first()).toBeVisible()
  await expect(page.getByText('Waits for the person’s yes.').first()).toBeVisible()
  await expect(page.getByText('Failed.')).toHaveCount(0)

  const reviewer = await (await browser.newContext()).newPage()
  await reviewer.goto('/sign-in')
  await reviewer.getByLabel('Email').fill(String(email))
  await reviewer.getByLabel('Password').fill(String(password))
  await reviewer.getByRole('button', { name: 'Sign in' }).click()
  await reviewer.waitForURL('**/account')

  await page.getByRole('button', { name: 'End it now' }).click()
  await expect(page.getByText('There is none.')).toBeVisible()
  await reviewer.goto('/account')
  await expect(reviewer.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  await reviewer.close()
})
