import * as oauth from 'oauth4webapi'
import { expect, it } from 'vitest'
import { commandLine } from '@/lib/audit/audit'
import { listAudit } from '@/lib/audit/list'
import { db } from '@/lib/data/db'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { addRedirectUris, removeRedirectUri } from './redirects'
import { addClient } from './registered'
import { endSecret, listSecrets, rotateSecret } from './secrets'

serveEndpoints()

const rotate = (id: string, version: number, hours = 24) =>
  rotateSecret(id, { hours, version, by: commandLine })

const withSecret = (client: linking.TestClient, secret: string): linking.TestClient => ({
  ...client,
  auth: oauth.ClientSecretPost(secret),
})

it('a secret is replaced while both work, until the old one ends', async () => {
  const client = await linking.createClient()
  const id = client.metadata.client_id
  const { refresh } = await linking.link(await createPerson(), client)
  const made = String(await rotate(id, 1))
  const renewed = withSecret(client, made)
  for (const one of [client, renewed]) await linking.refresh(one, refresh)
  const [now, old] = await listSecrets(id)
  expect(now).toMatchObject({ hint: made.slice(-4), expiresAt: null })
  expect(now?.lastUsedAt).toBeInstanceOf(Date)
  expect(old?.expiresAt?.getTime()).toBeGreaterThan(Date.now() + 23 * 3600_000)

  expect(await endSecret(id, String(now?.id), commandLine), 'the one that stays').toBe(false)
  expect(await endSecret(id, String(old?.id), commandLine)).toBe(true)
  await expect(linking.refresh(client, refresh)).rejects.toMatchObject({ error: 'invalid_client' })
  await linking.refresh(renewed, refresh)
  const kept = JSON.stringify([
    await db().clientSecret.findMany({ where: { clientId: id } }),
    (await listAudit({ target: id }, {})).rows,
  ])
  expect(kept).not.toContain(made)
})

it('one whose time is over opens nothing, and never leaves the client without any', async () => {
  const client = await linking.createClient()
  const id = client.metadata.client_id
  const { refresh } = await linking.link(await createPerson(), client)
  await db().clientSecret.updateMany({
    where: { clientId: id },
    data: { expiresAt: new Date(Date.now() - 1000) },
  })
  for (const one of [client, withSecret(client, 'none'), { ...client, auth: oauth.None() }])
    await expect(linking.refresh(one, refresh)).rejects.toMatchObject({ error: 'invalid_client' })
})

it('of two operators who replace a secret the second is told, and there are five at most', async () => {
  const id = (await linking.createClient()).metadata.client_id
  const both = await Promise.all([rotate(id, 1), rotate(id, 1)])
  expect(both.filter(Boolean)).toHaveLength(1)
  for (const version of [2, 3, 4]) expect(await rotate(id, version)).toBeTruthy()
  await expect(rotate(id, 5)).rejects.toThrow('end one of them first')
  expect(await listSecrets(id)).toHaveLength(5)
})

it('a callback is added once the host shows it, and removed', async () => {
  const { clientId } = await addClient({ preset: 'gpt-action', redirectLater: true })
  const client = { ...(await linking.createClient()), metadata: { client_id: clientId } }
  const { createBrowser } = await import('@/lib/testing/browser')
  const visit = () => createBrowser().visit(linking.authorizeUrl(client))
  expect((await visit()).body).toContain('invalid_redirect_uri')
  const change = (version: number) => ({ version, by: commandLine })
  expect(await addRedirectUris(clientId, [client.redirectUri], change(1))).toBe(true)
  expect((await visit()).status).toBe(303)
  expect(await addRedirectUris(clientId, [client.redirectUri], change(1)), 'too late').toBe(false)
  expect(await removeRedirectUri(clientId, client.redirectUri, change(2))).toBe(true)
  expect((await visit()).status).toBe(400)
})
