import { randomUUID } from 'node:crypto'
import * as oauth from 'oauth4webapi'
import { expect, it } from 'vitest'
import { attemptsWritten } from '@/lib/attempts/write-behind'
import { commandLine } from '@/lib/audit/audit'
import { listAudit } from '@/lib/audit/list'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { createBrowser } from '@/lib/testing/browser'
import { serveDocuments } from '@/lib/testing/documents'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { deleteClient } from './deletion'
import { sweepDocuments } from './kept-documents'
import { getClient } from './list'
import { sweepRegistered } from './registration'
import { resumeClient, suspendClient } from './suspension'

serveEndpoints()
const vendor = serveDocuments()

const suspend = (id: string) => suspendClient(id, commandLine)

it('stops what is connected within a second, and everything works again afterwards', async () => {
  const client = await linking.createClient()
  const id = client.metadata.client_id
  const { access, refresh } = await linking.link(await createPerson(), client)
  expect((await linking.callApi(access)).status).toBe(200)
  expect(await suspend(id)).toBe(true)
  expect(await linking.msUntilRefused(access)).toBeLessThan(1000)
  await expect(linking.refresh(client, refresh)).rejects.toMatchObject({
    error: 'unauthorized_client',
  })
  const { status, body } = await createBrowser().visit(linking.authorizeUrl(client))
  expect([status, body]).toEqual([400, expect.stringContaining('has suspended this app')])
  await attemptsWritten()
  const noted = { clientId: id, reason: 'client.suspended' }
  expect(await db().attempt.count({ where: noted })).toBeGreaterThan(0)
  expect(await resumeClient(id, commandLine)).toBe(true)
  expect((await linking.callApi(access)).status).toBe(200)
  const renewed = await linking.refresh(client, refresh)
  expect((await linking.callApi(renewed.access_token)).status).toBe(200)
})

it('holds for a client that publishes itself, and while its question is open', async () => {
  const redirectUri = 'https://vendor.example/callback'
  const id = vendor.put(`/${randomUUID()}.json`, (url) => ({
    client_id: url,
    redirect_uris: [redirectUri],
  }))
  const client = linking.openClient(id, redirectUri)
  const person = await createPerson()
  const { access, refresh } = await linking.linkOpen(person, client)
  const challenge = await linking.challengeOf(oauth.generateRandomCodeVerifier())
  const url = linking.authorizeUrl(client, {
    resource: linking.mcp(),
    prompt: 'consent',
    ...challenge,
  })
  const { location } = await person.browser.visit(url)
  const decision = await linking.toDecision(person, String(location))
  await suspend(id)
  const { authorizationServer } = await import('@/lib/authorization-server')
  expect(await authorizationServer.decide(decision)).toBeNull()
  expect(await linking.msUntilRefused(access, linking.callMcp)).toBeLessThan(1000)
  const as = await linking.discover()
  const revoked = await oauth.revocationRequest(
    as,
    client.metadata,
    client.auth,
    refresh,
    linking.insecure,
  )
  expect(revoked.status).toBe(200)
})

it('is told to the second of two operators, and written down once', async () => {
  const id = (await linking.createClient()).metadata.client_id
  const all = await Promise.all([suspend(id), suspend(id), suspend(id)])
  expect(all.filter(Boolean)).toHaveLength(1)
  expect(await resumeClient(id, commandLine)).toBe(true)
  expect(await resumeClient(id, commandLine)).toBe(false)
  const { rows } = await listAudit({ target: id }, {})
  expect(rows.map(({ act }) => act)).toEqual(['client.resumed', 'client.suspended', 'client.added'])
})

it('a client that is deleted is gone with its connections', async () => {
  const client = await linking.createClient()
  const id = client.metadata.client_id
  const { access, refresh } = await linking.link(await createPerson(), client)
  expect((await linking.callApi(access)).status).toBe(200)
  expect(await deleteClient(id, 7, commandLine)).toBe(false)
  expect(await deleteClient(id, 1, commandLine)).toBe(true)
  expect(await linking.msUntilRefused(access)).toBeLessThan(1000)
  await expect(linking.refresh(client, refresh)).rejects.toMatchObject({ error: 'invalid_client' })
  expect((await createBrowser().visit(linking.authorizeUrl(client))).status).toBe(400)
  const [grant] = await db().grant.findMany({ where: { clientId: id } })
  expect(grant).toMatchObject({ revokedBy: 'operator' })
})

it('stays, to be let in again, however long nobody was connected by it', async () => {
  const redirectUri = 'https://vendor.example/callback'
  const put = () =>
    vendor.put(`/${randomUUID()}.json`, (id) => ({ client_id: id, redirect_uris: [redirectUri] }))
  const register = async () => {
    const response = await fetch(`${env().origin}/oauth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ client_name: randomUUID(), redirect_uris: [redirectUri] },
        token_endpoint_auth_method: 'none',
      }),
    })
    return String((await response.json()).client_id)
  }
  const [published, stoppedPublished] = [put(), put()]
  const [registered, stoppedRegistered] = [await register(), await register()]
  for (const id of [published, stoppedPublished]) {
    await createBrowser().visit(linking.authorizeUrl(linking.openClient(id, redirectUri)))
  }
  await suspend(stoppedPublished)
  await suspend(stoppedRegistered)
  const old = new Date('2020-01-01')
  await db().client.updateMany({ data: { createdAt: old, usedAt: old } })
  await db().clientDocument.updateMany({ data: { usedAt: old } })
  await sweepRegistered()
  await sweepDocuments()
  const all = [published, stoppedPublished, registered, stoppedRegistered]
  const known = await Promise.all(all.map((id) => getClient(id)))
  expect(known.map((client) => client?.isSuspended)).toEqual([undefined, true, undefined, true])
})
