import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { toOpenApiAbout } from '@/lib/listing/abouts'
import { releasedListing } from '@/lib/listing/listing'
import { toOpenApi } from '@/lib/plugin/openapi'
import { toOpenApi30 } from '@/lib/plugin/openapi-3-0'
import { catalog } from '.'

const document = toOpenApi(
  {
    catalog,
    origin: () => 'https://stays.example',
    authenticate: () => Promise.reject(new Error()),
  },
  toOpenApiAbout(releasedListing('https://stays.example')),
)

it.each([
  ['3.1', document],
  ['3.0', toOpenApi30(document)],
])(
  'Redocly finds nothing to say about the %s document',
  async (_version, content) => {
    const folder = await mkdtemp(join(tmpdir(), 'openapi-'))
    try {
      const file = join(folder, 'openapi.json')
      await writeFile(file, JSON.stringify(content))
      const { stdout, stderr } = await promisify(execFile)(
        process.execPath,
        ['node_modules/@redocly/cli/bin/cli.js', 'lint', '--extends', 'recommended-strict', file],
        {
          env: {
            ...process.env,
            REDOCLY_TELEMETRY: 'off',
            REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
            NO_COLOR: '1',
          },
        },
      ).catch((error) => error)
      expect(stdout).toBe('')
      expect(stderr).toContain('Your API description is valid')
    } finally {
      await rm(folder, { recursive: true })
    }
  },
  30_000,
)
