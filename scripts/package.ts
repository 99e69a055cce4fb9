import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { isLoopback, readEnv } from '@/lib/env'
import { copilotRuntimes } from '@/lib/plugin/copilot/manifest'
import { generateClient } from './generate'
import { runScript, StopError } from './stop'

const usage = `Use: npm run package -- copilot [--origin URL] [--out FILE] [--runtime ${copilotRuntimes.join('|')}] [--reference-id ID]
     npm run package -- claude [--origin URL] [--out FILE]`

await runScript(async () => {
  const { positionals, values } = read()
  const [host] = positionals
  if (host !== 'copilot' && host !== 'claude') throw new StopError(usage)
  const runtime = copilotRuntimes.find((known) => known === values.runtime)
  if (!runtime) throw new StopError(`There is no runtime ${values.runtime}. ${usage}`)
  const origin = readOrigin(values.origin)
  const referenceId = values['reference-id'] ?? (process.env.M365_OAUTH_REFERENCE_ID || null)

  generateClient()
  const { catalog } = await import('@/lib/operations')
  const { toClaudePackage } = await import('@/lib/listing/packages/claude')
  const { toCopilotPackage } = await import('@/lib/listing/packages/copilot')
  const { toIcons } = await import('@/lib/listing/packages/icons')
  const { toZip } = await import('@/lib/listing/packages/zip')
  const { readTexts } = await import('./package/texts')
  const { listing, logo, whose } = await readTexts(origin)
  const files =
    host === 'claude'
      ? toClaudePackage(origin, listing)
      : toCopilotPackage({
          ...{ catalog, origin, listing, runtime, referenceId },
          icons: await toIcons(logo),
        })
  const out = values.out ?? `dist/${host}.zip`
  await mkdir(dirname(out), { recursive: true })
  await writeFile(out, toZip(files))
  console.log(`Wrote ${out} for ${origin}: ${Object.keys(files).join(', ')}; with ${whose}.`)
  if (host === 'copilot' && referenceId === null) {
    console.log(
      'It has no OAuth registration yet: register a client (npm run client -- add --preset m365-copilot …)\n' +
        'in the Teams developer portal, then give the id with --reference-id or M365_OAUTH_REFERENCE_ID.',
    )
  }
  return 0
})

/** The site's origin; one that no host can reach only if it was asked for by name. */
function readOrigin(given: string | undefined): string {
  if (given === undefined) {
    const { origin, local } = readEnv(process.env)
    if (!local) return origin
    throw new StopError(
      `No host can reach ${origin}. Say where the site is served: --origin https://stays.example.com`,
    )
  }
  const url = URL.canParse(given) ? new URL(given) : null
  if (url === null || url.href !== `${url.origin}/`) {
    throw new StopError('--origin must be scheme and host only, for example https://example.com.')
  }
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    throw new StopError('--origin must be https: hosts call nothing else.')
  }
  return url.origin
}

function read() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        origin: { type: 'string' },
        out: { type: 'string' },
        runtime: { type: 'string', default: 'openapi' },
        'reference-id': { type: 'string' },
      },
    })
  } catch (error) {
    throw new StopError(`${(error as Error).message}. ${usage}`)
  }
}
