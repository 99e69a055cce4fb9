import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { test as base, type User } from './fixtures'

type Role = 'operator' | 'analyst'

type Staff = {
  /** A new person signs up in this browser and becomes an operator, or an analyst. */
  becomeStaff: (page: Page, user: User, role?: Role) => Promise<void>
}

export const test = base.extend<Staff>({
  becomeStaff: async ({ createAccount }, use) => {
    await use(async (page, user, role = 'operator') => {
      await createAccount(page, user)
      await makeStaff(user, role)
    })
  },
})

/** At the command line; `env` names the database where it is not that of the stories. */
export async function makeStaff(
  user: User,
  role: Role,
  env: Record<string, string> = {},
): Promise<void> {
  const options = role === 'analyst' ? ['--analyst'] : []
  await promisify(execFile)('npm', ['run', '-s', 'operator', '--', 'add', user.email, ...options], {
    env: { ...process.env, ...env },
  })
}

export { expect } from './fixtures'
