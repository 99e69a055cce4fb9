import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { answerCallback } from './host'
import { expectReadable } from './readable'

const shown = (page: Page) =>
  page.evaluate(() => {
    const { lang, dir } = document.documentElement
    return `${lang} ${dir}`
  })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('an app asks for Arabic, and the whole visit is from right to left', async ({
      page,
      user,
      host,
    }) => {
      await answerCallback(page)
      await page.goto(host.authorizeUrl({ ui_locales: 'tlh ar-EG en' }))
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
      await page.locator('main a[href^="/sign-up"]').click()
      await signUpHere(page, user)

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'هل تريد ربط ChatGPT بخدمة Stays؟',
      )
      await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
      await expect(page.getByLabel('الاطلاع على حجوزاتك')).toBeChecked()
      await expect(page.getByText('حجز مكان إقامة')).toBeVisible()
      await expect(page.getByText('يسألك أولًا في كل مرة').first()).toBeVisible()
      if (javaScriptEnabled) await expectReadable(page)

      await page.getByRole('button', { name: 'سماح', exact: true }).click()
      const tokens = await host.exchange(await host.back(page))
      expect(tokens.scope).toBe('reservations:read reservations:write')
      expect((await page.context().cookies()).map(({ name }) => name)).not.toContain(
        'latchkey.ui-locales',
      )
    })

    test('a person changes the language of a page, stays on it, and finds it again', async ({
      page,
      browser,
      user,
      baseURL,
    }) => {
      await page.goto('/reset-password?next=%2Faccount')
      await page.getByRole('button', { name: 'Français' }).click()
      await expect(page).toHaveURL(/\/reset-password\?next=%2Faccount$/)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mot de passe oublié ?')
      await page.getByLabel('E-mail').fill('nobody')
      await page.getByRole('button', { name: 'M’envoyer le lien' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Merci de corriger ceci')
      await expect(page.getByLabel('E-mail')).toHaveValue('nobody')

      // Signed up in French: so is the account, in any browser.
      await page.goto('/sign-up')
      await signUpHere(page, user)
      await expect(page).toHaveURL(/\/account$/)
      const elsewhere = await browser.newPage({ baseURL, locale: 'ar', javaScriptEnabled })
      await elsewhere.goto('/sign-in')
      await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'ar')
      await elsewhere.locator('[name=email]').fill(user.email)
      await elsewhere.locator('[name=password]').fill(user.password)
      await elsewhere.locator('main form button[type=submit]').first().click()
      await expect(elsewhere).toHaveURL(/\/account$/)
      await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'fr')
      await elsewhere.close()
    })
  })
}

async function signUpHere(page: Page, { name, email, password }: Record<string, string>) {
  await page.locator('[name=name]').fill(name ?? '')
  await page.locator('[name=email]').fill(email ?? '')
  await page.locator('[name=password]').fill(password ?? '')
  await page.locator('main form button[type=submit]').first().click()
}

test.describe('a French browser', () => {
  test.use({ locale: 'fr-CA' })

  test('is asked in French, and what the person then chooses counts more', async ({
    page,
    host,
  }) => {
    await page.goto(host.authorizeUrl({ ui_locales: 'de' }))
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
    await page.goto(host.authorizeUrl({ ui_locales: 'ar' }))
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page).toHaveURL(/interaction|sign-in/)
  })

  test('is told in French why an app cannot be connected', async ({ page }) => {
    await page.goto('/oauth/authorize?client_id=nobody&response_type=code')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('L’association n’a pas abouti')
    expect(await shown(page)).toBe('fr ltr')
  })
})

test('what a person looks at and takes back is Arabic throughout', async ({
  page,
  host,
  connect,
}) => {
  const { access_token } = await connect(page, host)
  await host.call(access_token, '/api/reservations')
  await page.waitForTimeout(300)
  await page.goto('/account/keys')
  await page.getByRole('button', { name: 'العربية' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('المفاتيح')
  await page.getByRole('button', { name: 'إنشاء مفتاح' }).click()
  await expect(page.getByRole('alert').first()).toContainText('أعطِ المفتاح اسمًا')
  await page.getByLabel('الاسم', { exact: true }).fill('My agent')
  await page.getByLabel('الاطلاع على حجوزاتك').check()
  await page.getByRole('button', { name: 'إنشاء مفتاح' }).click()
  await expect(page.getByText('انسخ مفتاحك الآن')).toBeVisible()
  await expectReadable(page)
  for (const name of ['connections', 'activity', 'keys', 'data']) {
    await page.goto(`/account/${name}`)
    expect(await shown(page)).toBe('ar rtl')
    for (const summary of await page.locator('summary').all()) await summary.click()
    await expectReadable(page, { widths: [1280, 360] })
    // But for names: of the product, of apps, of what was sent.
    const text = await page.locator('main').innerText()
    expect(text).not.toMatch(/\b(the|your|what|until|since|done|book|see)\b/i)
  }
})

test('another site cannot change the language of a visitor', async ({ page, request }) => {
  const answer = await request.post('/language', {
    form: { language: 'ar' },
    headers: { origin: 'https://evil.example', referer: 'https://evil.example//evil' },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
  expect(answer.headers()).toMatchObject({ location: '/' })
  expect(answer.headers()['set-cookie']).toBeUndefined()
  await page.goto('/')
  expect(await shown(page)).toBe('en ltr')
})

const gettingIn = [
  '/sign-in',
  '/sign-up',
  '/sign-in/mail',
  '/sign-in/mail/nobody',
  '/sign-in/second-step',
  '/sign-in/link',
  '/sign-out',
]

test.describe('in Arabic', () => {
  test.use({ locale: 'ar' })

  test('every page of getting in reads well and fits a phone', async ({ page }) => {
    test.slow()
    for (const path of gettingIn) {
      await page.goto(path)
      expect(await shown(page), path).toBe('ar rtl')
      await expect(page.locator('main')).not.toContainText(/sign|mail|password/i)
      await expectReadable(page, { widths: [360] })
    }
  })
})
