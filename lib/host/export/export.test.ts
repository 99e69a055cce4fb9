import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Outcome } from '../call/outcome'
import type { Transcript } from '../kept/conversation'
import { type Asked, servePlugin, testWire } from '../testing'
import { differences } from './differences'
import { toHar } from './har'
import { toMarkdown } from './markdown'
import { replay } from './replay'

/** A conversation of one call that a server answered with `toys`. */
async function converse() {
  let toys: unknown = [{ name: 'Bear', price: 5 }]
  let status = 200
  const served = await servePlugin(() => ({ '/toys': (_: Asked) => ({ status, body: { toys } }) }))
  const wire = testWire()
  await wire.send(
    { title: 'Call listToys', kind: 'call' },
    {
      method: 'POST',
      url: `${served.origin}/toys?color=red`,
      headers: {
        authorization: 'Bearer the-token-of-the-test',
        'content-type': 'application/json',
      },
      body: '{"most":3}',
    },
    { timeoutMs: 2000, maxBytes: 1000 },
  )
  const call = { kind: 'call', installationId: 'i', plugin: 'Toys', operation: 'listToys' } as const
  const outcome: Outcome = {
    status: 'answered',
    ...{ httpStatus: 200, isError: false, text: '```\n# not a heading' },
    ...{ data: null, links: [], meta: null },
  }
  const at = '2026-01-01T00:00:00.000Z'
  const transcript: Transcript = {
    conversation: {
      ...{ id: 'c', createdAt: new Date(at), profile: 'chatgpt-2023', installationIds: ['i'] },
      chosen: { subdivision: null, locale: 'en', location: null },
    },
    entries: [
      { at, kind: 'message', by: 'person', text: 'Which toys?\n<script>' },
      { at, ...call, input: { most: 3 }, confirmed: 'once', outcome, steps: wire.steps },
    ],
  }
  return {
    ...served,
    transcript,
    answer: (next: unknown, nextStatus = 200) => {
      toys = next
      status = nextStatus
    },
  }
}

test('a conversation is a HAR without its token', async () => {
  const { transcript, origin } = await converse()
  const har = toHar(transcript)
  expect(JSON.stringify(har)).not.toContain('the-token-of-the-test')
  expect(har.log.entries).toMatchObject([
    {
      comment: 'Call listToys',
      request: {
        method: 'POST',
        url: `${origin}/toys?color=red`,
        queryString: [{ name: 'color', value: 'red' }],
        postData: { mimeType: 'application/json', text: '{"most":3}' },
      },
      response: { status: 200, content: { text: '{"toys":[{"name":"Bear","price":5}]}' } },
    },
  ])
})

test('as Markdown, what others wrote is no markup', async () => {
  const { transcript } = await converse()
  const text = toMarkdown(transcript)
  expect(text).toContain('> \\<script>')
  expect(text).toContain('````\n```\n# not a heading\n````')
  expect(text).toContain('## Call: `listToys` (confirmed once)')
  expect(text).not.toContain('the-token-of-the-test')
})

test('as Markdown, no name and no line of others begins markup', async () => {
  const { transcript } = await converse()
  const name = 'a\r\r# b\n\n<script>'
  const [said, called] = transcript.entries
  if (said?.kind !== 'message' || called?.kind !== 'call') throw new Error('no such entries')
  said.text = 'a\r<b>\r\n![x](https://evil.example/)'
  Object.assign(called, { operation: name })
  for (const step of called.steps) step.title = `Call ${name}`
  transcript.entries.push({
    ...{ at: said.at, kind: 'link', installationId: 'i', plugin: name, failure: null },
    steps: called.steps,
  })
  const text = toMarkdown(transcript)
  expect(text.split(/[\r\n]+/).filter((line) => /^\s*(# b|<)/.test(line))).toEqual([])
  expect(text).not.toMatch(/\r|[^\\`]<script>(?!`)|!\[/)
  expect(text).toContain('> a\n> \\<b>\n> !\\[x\\](https://evil.example/)')
})

test('a token goes to one site, whatever others stand in the file', async () => {
  const [one, other] = [await converse(), await converse()]
  const har = toHar(one.transcript)
  har.log.entries.push(...toHar(other.transcript).log.entries)
  const text = JSON.stringify(har)
  await expect(replay(text, 'a-new-token', testWire())).rejects.toThrow('for one of them')
  expect([one.asked.length, other.asked.length]).toEqual([1, 1])
  expect(await replay(text, null, testWire())).toHaveLength(2)
})

test('a replay is the same while status and shape are, and says what is not', async () => {
  const { transcript, answer, asked } = await converse()
  const har = JSON.stringify(toHar(transcript))
  answer([
    { name: 'Car', price: 9 },
    { name: 'Kite', price: 1 },
  ])
  expect(await replay(har, 'a-new-token', testWire())).toMatchObject([{ differences: [] }])
  expect(asked[1]).toMatchObject({ method: 'POST', body: '{"most":3}' })
  expect(asked[1]?.headers.authorization).toBe('Bearer a-new-token')
  answer([{ name: 'Car', price: '9', color: 'red' }], 201)
  expect((await replay(har, null, testWire()))[0]?.differences).toEqual([
    'status was 200 and is 201',
    '$.toys[].price was number and is string',
    '$.toys[].color is new',
  ])
})

const replayFile = (text: string) => {
  const file = join(mkdtempSync(join(tmpdir(), 'replay-')), 'a.har')
  writeFileSync(file, text)
  const given = { encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'scripts/replay.ts', file], given)
  return { status, stdout, stderr: stderr.replace(file, 'FILE') }
}

test('the command fails where the plugin changed', async () => {
  const { transcript } = await converse()
  const har = toHar(transcript)
  const [entry] = har.log.entries
  if (!entry) throw new Error('no entry')
  entry.request.url = 'http://localhost:1/toys'
  const { status, stdout } = replayFile(JSON.stringify(har))
  expect([status, stdout]).toEqual([1, expect.stringContaining('no answer: network')])
})

test.each([
  ['an empty file', ''],
  ['a conversation without a call', JSON.stringify(toHar({ entries: [] } as never))],
])('the command says of %s that there is no call in it', (_what, text) => {
  const why = 'FILE is no HAR of the playground with a call in it.\n'
  expect(replayFile(text)).toEqual({ status: 1, stdout: '', stderr: why })
})

test.each([
  [{ a: 1 }, { a: 2 }, []],
  [{ a: null }, { a: { b: 1 } }, []],
  [{ a: [] }, { a: [1] }, []],
  [{ a: [1] }, { a: [1, 'x'] }, ['$.a[] was number and is string']],
  [{ a: 1 }, {}, ['$.a is gone']],
  [[], {}, ['$ was array and is object']],
])('%j against %j', (before, now, expected) => {
  expect(differences(before, now)).toEqual(expected)
})
