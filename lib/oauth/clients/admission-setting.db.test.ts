import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { commandLine } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { changeSetting, readForChange } from '@/lib/settings/setting'
import { serveEndpoints } from '@/lib/testing/serve'
import { type Admission, admissionSetting } from './admission-setting'

serveEndpoints()

// Test files share the database: what is set here must hold here only.
admissionSetting.name = `${admissionSetting.name}-${randomUUID()}`

const set = (value: Admission) =>
  db().setting.upsert({
    where: { name: admissionSetting.name },
    create: { name: admissionSetting.name, value },
    update: { value },
  })

const register = () =>
  fetch(`${env().origin}/oauth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      redirect_uris: ['https://vendor.example/cb'],
      token_endpoint_auth_method: 'none',
    }),
  })

const isNamed = async () => {
  const metadata = await fetch(`${env().origin}/.well-known/oauth-authorization-server`)
  return 'registration_endpoint' in (await metadata.json())
}

it('what an operator sets holds within a second, whichever process heard of it', async () => {
  expect([await isNamed(), (await register()).status]).toEqual([true, 201])
  await set({ documents: 'open', dynamic: 'off' })
  await expect.poll(isNamed, { timeout: 1000 }).toBe(false)
  expect((await register()).status).toBe(404)
  await set({ documents: 'open', dynamic: 'listed' })
  await expect.poll(isNamed, { timeout: 1000 }).toBe(true)
  await db().setting.deleteMany({ where: { name: admissionSetting.name } })
})

it('holds as the environment has it until somebody sets it', async () => {
  const { value, version } = await readForChange(admissionSetting)
  expect([value, version]).toEqual([{ documents: 'open', dynamic: 'open' }, 0])
  const wrong = { documents: 'off', dynamic: 'off' } as unknown as Admission
  await expect(
    changeSetting(admissionSetting, { value: wrong, version, by: commandLine }),
  ).rejects.toThrow()
})
