import { afterAll, expect, test } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { createPerson } from '@/lib/testing/people'
import { servePlugin, toyManifest, toyOpenApi } from '../testing'
import { changeChosen, getTranscript, listConversations, startConversation } from './conversations'
import { addInstallation, changeKept, findKept, listInstallations } from './installations'
import { finishLink } from './linking'

afterAll(disconnect)

test('what was sealed under another APP_SECRET is not there, and the rest is', async () => {
  const plugin = await servePlugin((origin) => ({
    '/.well-known/ai-plugin.json': toyManifest(origin),
    '/openapi.json': toyOpenApi(origin),
  }))
  const { id: accountId } = await createPerson()
  const profile = 'chatgpt-2023'
  const add = () => addInstallation(accountId, { address: plugin.origin, profile })
  const chosen = { subdivision: null, locale: 'en', location: null }
  const lost = (await add()).added?.id ?? ''
  const { id } = await startConversation(accountId, { profile, installationIds: [lost], chosen })
  const data = { content: 'sealed under another secret' }
  await db().playgroundInstallation.update({ where: { id: lost }, data })
  await db().playgroundConversation.update({ where: { id }, data })

  const kept = (await add()).added?.id
  expect((await listInstallations(accountId)).map((one) => one.id)).toEqual([kept])
  expect(await findKept(accountId, lost)).toBeNull()
  expect(await changeKept(accountId, lost, {})).toBeNull()
  const callback = new URL('http://localhost/playground/callback?state=one&code=two')
  expect((await finishLink(accountId, callback)).failure?.code).toBe('nothing_pending')
  expect(await listConversations(accountId)).toEqual([])
  expect(await getTranscript(accountId, id)).toBeNull()
  expect(await changeChosen(accountId, id, chosen)).toBe(false)
})
