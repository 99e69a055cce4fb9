import { requireStaffHere } from '@/app/admin/staff'
import { env } from '@/lib/env'
import { toManifestFacts, toOpenApiAbout } from '@/lib/listing/abouts'
import { isReviewHost } from '@/lib/listing/hosts'
import { getListing, getListingForChange } from '@/lib/listing/listing'
import { findLogo } from '@/lib/listing/logo'
import { toReviewNotes } from '@/lib/listing/notes'
import { toClaudePackage } from '@/lib/listing/packages/claude'
import { toCopilotPackage } from '@/lib/listing/packages/copilot'
import { toIcons } from '@/lib/listing/packages/icons'
import { toJsonFile, toZip } from '@/lib/listing/packages/zip'
import { toPositives } from '@/lib/listing/prompts'
import { defaultScopes } from '@/lib/oauth/resources'
import { catalog } from '@/lib/operations'
import { getReviewer } from '@/lib/people/reviewer'
import type { CopilotRuntime } from '@/lib/plugin/copilot/manifest'
import { toManifest } from '@/lib/plugin/manifest'
import { toOpenApi } from '@/lib/plugin/openapi'
import { outOfScope } from '@/lib/product'

type Context = { params: Promise<{ file: string }> }

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const person = await requireStaffHere()
  if (person instanceof Response) return person
  const { file } = await params
  const bytes = await make(file)
  if (!bytes) return new Response('Not found', { status: 404 })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': typeOf(file),
      'content-disposition': `attachment; filename="${file}"`,
      'cache-control': 'no-store',
    },
  })
}

const typeOf = (file: string): string =>
  file.endsWith('.zip')
    ? 'application/zip'
    : file.endsWith('.json')
      ? 'application/json'
      : 'text/plain; charset=utf-8'

async function make(file: string): Promise<Uint8Array | null> {
  const { origin } = env()
  const listing = await getListing()
  switch (file) {
    case 'copilot.zip':
      return packCopilot('openapi')
    case 'copilot-mcp.zip':
      return packCopilot('mcp')
    case 'claude.zip':
      return toZip(toClaudePackage(origin, listing))
    case 'openapi.json': {
      const plugin = { catalog, origin: () => origin, authenticate: notAsked }
      return toJsonFile(toOpenApi(plugin, toOpenApiAbout(listing)))
    }
    case 'ai-plugin.json':
      return toJsonFile(toManifest(origin, toManifestFacts(listing, defaultScopes)))
    default:
      return makeNotes(file)
  }
}

const notAsked = () => Promise.reject(new Error('A package is not called.'))

async function packCopilot(runtime: CopilotRuntime): Promise<Uint8Array> {
  const { origin, m365OAuthReferenceId: referenceId } = env()
  const { value } = await getListingForChange()
  const icons = await toIcons(value.logo ? await findLogo(value.logo) : null)
  const listing = await getListing()
  return toZip(toCopilotPackage({ catalog, origin, listing, icons, runtime, referenceId }))
}

async function makeNotes(file: string): Promise<Uint8Array | null> {
  const [, host = ''] = /^notes-([\w-]+)\.txt$/.exec(file) ?? []
  if (!isReviewHost(host)) return null
  const notes = toReviewNotes(host, {
    origin: env().origin,
    listing: await getListing(),
    positives: toPositives(catalog),
    negatives: outOfScope,
    reviewer: await getReviewer(),
  })
  return new TextEncoder().encode(notes)
}
