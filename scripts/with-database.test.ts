import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

it('says what to do where nothing was started yet', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'empty-'))
  const command = ['--import', 'tsx', 'scripts/client.ts', 'add', '--preset', 'm365-copilot']
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', APP_ORIGIN: '' }
  try {
    await expect(promisify(execFile)(process.execPath, command, { env })).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/(^|\n)The database is empty .*: run npm start.*\n$/),
    })
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})
