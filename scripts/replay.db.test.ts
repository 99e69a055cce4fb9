import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Har, toHar } from '@/lib/host/export/har'
import { callInConversation } from '@/lib/host/kept/calling'
import { getTranscript, startConversation } from '@/lib/host/kept/conversations'
import type { ProfileId } from '@/lib/host/profiles'
import { seedStays } from '@/lib/stays/seed'
import { createPerson } from '@/lib/testing/people'
import { giveClient, installOurs, linkOurs } from '@/lib/testing/play-host'
import { serveEndpoints } from '@/lib/testing/serve'

const served = serveEndpoints()

/** The HAR of a conversation in which a person looks for a stay. */
async function converse(profile: ProfileId): Promise<Har> {
  const person = await createPerson()
  const installed = await installOurs(person, served.origin(), profile)
  if (installed.state === 'needs_registration') {
    // An Action calls nothing, open or not, before its person has linked it.
    await giveClient(person, served.origin(), installed.id)
    await linkOurs(person, installed.id)
  }
  const { id } = await startConversation(person.id, {
    ...{ profile, installationIds: [installed.id] },
    chosen: { subdivision: 'FR-IDF', locale: 'en', location: null },
  })
  const wish = { conversationId: id, installationId: installed.id, operation: 'searchStays' }
  await callInConversation(person.id, { ...wish, input: { where: 'Paris' }, confirmed: 'once' })
  const transcript = await getTranscript(person.id, id)
  if (!transcript) throw new Error('no transcript')
  return toHar(transcript)
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
  const har = await converse('gpt-action')
  har.log.entries.push(...(await converse('chatgpt')).log.entries)
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
