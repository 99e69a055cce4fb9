import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { commandLine } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { getClient, listClients, listKnown } from './list'
import { addClient } from './registered'
import { suspendClient } from './suspension'

serveEndpoints()

it('tells of a client how it stands, of whatever kind', async () => {
  const client = await linking.createClient()
  const id = client.metadata.client_id
  await linking.link(await createPerson(), client)
  expect(await getClient(id)).toMatchObject({
    ...{ kind: 'operator', connections: 1, isSuspended: false, lastError: null, listed: null },
    redirectUris: [client.redirectUri],
  })
  await suspendClient(id, commandLine)
  await db().attempt.create({
    data: {
      ...{ id: randomUUID(), address: 'x', userAgent: 'x', clientId: id, steps: [] },
      ...{ end: 'failed', reason: 'token.code_used' },
    },
  })
  expect(await getClient(id)).toMatchObject({ isSuspended: true, lastError: 'token.code_used' })
  expect(await getClient('nobody')).toBeNull()
})

it('finds clients by how their name or id begins; a hostile name is text', async () => {
  const word = randomUUID()
  const hostile = `${word} <svg onload=1> =1+1 \u202e%_`
  const { clientId } = await addClient({
    ...{ preset: 'custom', name: hostile, redirectUris: ['https://x.example/cb'] },
  })
  const url = `https://${word}.example/client.json`
  const document = { client_id: url, client_name: hostile, redirect_uris: ['https://x.example/cb'] }
  await db().clientDocument.create({
    data: {
      ...{ kind: 'client', url, text: JSON.stringify(document), listed: true },
      ...{ takenAt: new Date(), freshUntil: new Date() },
    },
  })
  const find = async (filter: object) =>
    (await listClients(filter, {})).rows.map(({ id }) => id).sort()
  expect(await find({ q: word.toUpperCase() })).toEqual([clientId, url].sort())
  expect(await find({ q: word, kind: 'document' })).toEqual([url])
  expect(await find({ q: clientId })).toEqual([clientId])
  expect(await find({ q: `${word.slice(0, 4)}%` })).toEqual([])
  expect((await getClient(url))?.listed).toBe(true)
  const asked = [clientId, url, 'https://never.example/client.json', `${url}#`, '']
  expect(await listKnown(asked)).toEqual(new Set([clientId, url]))
  expect((await getClient(clientId))?.name).toContain('<svg onload=1>')
})
