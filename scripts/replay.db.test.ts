import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Har, toHar } from '@/lib/host/export/har'
import { callInConversation } from '@/lib/host/kept/calling'
import { getTranscript, startConversation } from '@/lib/host/kept/conversations'
import { addInstallation } from '@/lib/host/kept/installations'
import { beginLink, finishLink } from '@/lib/host/kept/linking'
import { register } from '@/lib/host/kept/registering'
import type { ProfileId } from '@/lib/host/profiles'
import { callbackUrl } from '@/lib/host/registration'
import { addClient } from '@/lib/oauth/clients/registered'
import { seedStays } from '@/lib/stays/seed'
import { authorize } from '@/lib/testing/link'
import { createPerson, type TestPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

const served = serveEndpoints()

/** The HAR of a conversation in which a person looks for a stay. */
async function converse(profile: ProfileId, path: string): Promise<Har> {
  const person = await createPerson()
  const personId = person.id
  const { added } = await addInstallation(personId, { address: served.origin() + path, profile })
  if (!added) throw new Error('not installed')
  if (profile === 'gpt-action') await link(person, added.id)
  const { id } = await startConversation(personId, {
    ...{ profile, installationIds: [added.id] },
    chosen: { subdivision: 'FR-IDF', locale: 'en', location: null },
  })
  const wish = { conversationId: id, installationId: added.id, operation: 'searchStays' }
  await callInConversation(personId, { ...wish, input: { where: 'Paris' }, confirmed: 'once' })
  const transcript = await getTranscript(personId, id)
  if (!transcript) throw new Error('no transcript')
  return toHar(transcript)
}

/** An Action calls nothing, open or not, before its person has linked it. */
async function link(person: TestPerson, installationId: string): Promise<void> {
  const redirectUris = [callbackUrl(served.origin())]
  const { clientId, clientSecret } = await addClient({ preset: 'gpt-action', redirectUris })
  const given = { type: 'client', by: 'given', clientId, clientSecret, typed: null } as const
  await register(person.id, installationId, { ...given, tokenAuth: 'post' })
  const begun = await beginLink(person.id, installationId)
  if (!('url' in begun)) throw new Error(begun.failure.code)
  await finishLink(person.id, await authorize(person, begun.url))
}

async function replay(har: Har): Promise<{ code: number; told: string }> {
  const file = join(await mkdtemp(join(tmpdir(), 'replay-')), 'conversation.har')
  await writeFile(file, JSON.stringify(har))
  return new Promise((resolve) => {
    execFile('npm', ['run', '--silent', 'replay', file], (error, told) =>
      resolve({ code: Number(error?.code ?? 0), told }),
    )
  })
}

test('a conversation is replayed over REST and MCP, and a change of the plugin is found', async () => {
  await seedStays()
  const har = await converse('gpt-action', '/openapi.json')
  har.log.entries.push(...(await converse('chatgpt', '/mcp')).log.entries)
  const same = await replay(har)
  expect(same.code).toBe(0)
  expect(same.told.match(/^same {2}/gm)).toHaveLength(2)

  const changed = structuredClone(har)
  for (const { response } of changed.log.entries) {
    response.content.text = response.content.text.replaceAll('pricePerNight', 'nightly')
  }
  const { code, told } = await replay(changed)
  expect(code).toBe(1)
  expect(told.match(/^DIFFERS {2}/gm)).toHaveLength(2)
  expect(told).toMatch(/stays\[\]\.nightly is gone/)
  expect(told).toMatch(/stays\[\]\.pricePerNight is new/)
})
