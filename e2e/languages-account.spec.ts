import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { db } from '@/lib/data/db'
import { openDatabase } from '@/scripts/database/open'
import { expect, test, type User } from './fixtures'
import { expectReadable } from './readable'

const pages = [
  '/account?kept=1',
  '/account/email',
  '/account/email?later=1',
  '/account/password?changed=1',
  '/account/sessions',
  '/account/security?done=linked',
  '/account/security/authenticator',
  '/account/security/recovery-codes',
  '/account/security/recovery-codes?ask=passkey',
  '/account/after-reset',
  '/account/after-reset?done=1',
]

async function signUp(page: Page, user: User) {
  await page.goto('/sign-up')
  await page.locator('[name=name]').fill(user.name)
  await page.locator('[name=email]').fill(user.email)
  await page.locator('[name=password]').fill(user.password)
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL('**/account')
}

/** Of everything that such a page may show, one. */
async function fillAccount({ email }: User) {
  await openDatabase({ what: 'e2e', lasting: false })
  const { id: accountId } = await db().account.findUniqueOrThrow({ where: { email } })
  const now = new Date()
  const publicKey = new Uint8Array(1)
  const passkey = { id: randomUUID(), accountId, name: 'Phone 2', publicKey }
  await db().passkey.create({ data: { ...passkey, lastUsedAt: now, copiedAt: now } })
  const notices = [
    ['password_changed', null],
    ['two_step_off', null],
    ['app_connected', 'Claude'],
    ['signed_in', 'Firefox on Windows'],
    ['key_made', 'My agent'],
    ['passkey_added', 'Phone 2'],
    ['connection_stopped', 'Claude'],
  ] as const
  await db().notice.createMany({
    data: notices.map(([kind, about]) => ({ id: randomUUID(), accountId, kind, about })),
  })
}

for (const locale of ['ar', 'fr']) {
  test.describe(locale, () => {
    test.use({ locale })

    test('the account and its settings can be read by everybody', async ({ page, user }) => {
      test.slow()
      await signUp(page, user)
      await fillAccount(user)
      await page.goto('/account/security')
      await page.locator('[aria-labelledby=two-step] form button').click()
      await page.getByTestId('secret').waitFor()
      for (const path of pages) {
        await page.goto(path)
        await expect(page.locator('html')).toHaveAttribute('lang', locale)
        await expect(page.locator('main [lang=en], main[lang=en]')).toHaveCount(0)
        await expectReadable(page, { widths: [1280, 360] })
      }
    })
  })
}

test.describe('in French', () => {
  test.use({ locale: 'fr' })

  test('a person is told what is wrong beside the field, and turns on two steps', async ({
    page,
    user,
  }) => {
    await signUp(page, user)
    await page.goto('/account/password')
    await page.getByLabel('Mot de passe actuel').fill('pas le mien')
    await page.getByLabel('Nouveau mot de passe').fill('une phrase toute neuve')
    await page.getByRole('button', { name: 'Changer le mot de passe' }).click()
    await expect(page.locator('#currentPassword-error')).toHaveText(
      'Ce n’est pas votre mot de passe.',
    )
    await page.goto('/account/security')
    await page.getByRole('button', { name: 'Configurer une application' }).click()
    await page.getByLabel('Les six chiffres').fill('12')
    await page.getByRole('button', { name: 'Activer la connexion' }).click()
    await expect(page.locator('#code-error')).toContainText('Ce n’est pas le code')
  })
})
