import { execFile } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { commandLine } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { writeLetter } from '@/lib/mail/letters'
import { send } from '@/lib/mail/send'
import { toNoticeLetter } from '@/lib/notices/letter'
import { beginAuthenticator, getWaitingAuthenticator } from '@/lib/people/authenticator'
import { createPasskeyOptions } from '@/lib/people/passkeys'
import { changeSetting } from '@/lib/settings/setting'
import { startMailServer } from '@/lib/testing/mail-server'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { getListingForChange, listingSetting } from './listing'
import { keepLogo } from './logo'

serveEndpoints()

const name = 'Rooms & <Sons>'

beforeAll(async () => {
  const png = await sharp({
    create: { width: 512, height: 512, channels: 3, background: '#aa0000' },
  })
    .png()
    .toBuffer()
  const { value, version } = await getListingForChange()
  const changed = { ...value, name, logo: await keepLogo(png, commandLine) }
  await changeSetting(listingSetting, { value: changed, version, by: commandLine })
})

afterAll(() => db().setting.deleteMany({ where: { name: 'listing' } }))

test('mails are from whom the operator says', async () => {
  const server = await startMailServer()
  vi.spyOn(env(), 'smtpUrl', 'get').mockReturnValue(server.url)
  await send('ada@example.com', writeLetter('en', 'signIn', '/sign-in/mail/token'))
  const at = new Date()
  await send('ada@example.com', toNoticeLetter({ kind: 'key_made', at, locale: 'fr' }))
  await server.stop()
  const [signIn, notice] = server.received
  expect(signIn?.from).toContain(name)
  expect(signIn?.subject).toContain(name)
  expect(signIn?.html).toContain('Rooms &amp; &lt;Sons&gt;')
  expect(notice?.text).toContain(name)
})

test('an authenticator app and a passkey are stored under the name', async () => {
  const { id, email } = await createPerson()
  await beginAuthenticator(id)
  const waiting = await getWaitingAuthenticator(id, email)
  expect(new URL(String(waiting?.uri)).searchParams.get('issuer')).toBe(name)
  const options = await createPasskeyOptions({ id, email, name: 'Ada' })
  expect(options?.rp.name).toBe(name)
})

test('the page of an authorization that goes nowhere has it, as text', async () => {
  const response = await fetch(`${env().origin}/oauth/authorize?client_id=nobody`)
  const html = await response.text()
  expect(html).toContain('Rooms &amp; &lt;Sons&gt;')
  expect(html).not.toContain('<Sons>')
})

test('a package has the texts and the logo that operators set, and the command says so', async () => {
  const out = join(await mkdtemp(join(tmpdir(), 'package-')), 'copilot.zip')
  const asked = ['copilot', '--origin', 'https://stays.example', '--out', out]
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'scripts/package.ts', ...asked],
    { env: process.env },
  )
  expect(stdout).toContain('with the texts that operators set')
  const files = unzipSync(await readFile(out))
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))
  expect(manifest.name.short).toBe(name)
  const { dominant } = await sharp(files['color.png']).stats()
  expect(dominant.r).toBeGreaterThan(150)
  expect(dominant.g).toBeLessThan(20)
})
