import sharp from 'sharp'
import { env } from '@/lib/env'
import { toOpenApiAbout } from '@/lib/listing/abouts'
import type { Answered, Facts } from '@/lib/listing/checks/facts'
import { toWords } from '@/lib/listing/checks/words'
import { getListing } from '@/lib/listing/listing'
import { toPositives } from '@/lib/listing/prompts'
import { listCallbacks } from '@/lib/oauth/clients/callbacks'
import { catalog } from '@/lib/operations'
import { OutboundError } from '@/lib/outbound/errors'
import { type Answer, send } from '@/lib/outbound/send'
import { only } from '@/lib/plugin/catalog'
import { promptTokens, toTokens } from '@/lib/plugin/cost'
import { toolsOf } from '@/lib/plugin/mcp/tools'
import { toOpenApi } from '@/lib/plugin/openapi'
import { getLatestRun } from '@/lib/probe/runs'
import { outOfScope } from '@/lib/product'
import { readExposure, type Surface } from '@/lib/release/exposure'
import { runInReview } from './in-review'

/** All that the check list looks at, as it is at this moment and as a stranger is answered. */
export async function gatherFacts(): Promise<Facts> {
  const { origin, m365OAuthReferenceId } = env()
  const listing = await getListing()
  const on = async (surface: Surface) => ({
    catalog: only(catalog, await readExposure([surface])),
    ...{ origin: () => origin, authenticate: notAsked },
  })
  const tools = [...toolsOf(await on('mcp')).values()].map(({ definition }) => definition)
  const [legal, privacy, support, manifest, challenge, logo] = await Promise.all([
    ask(listing.legalUrl),
    ask(listing.privacyUrl),
    ask(listing.supportUrl),
    ask(`${origin}/.well-known/ai-plugin.json`),
    ask(`${origin}/.well-known/openai-apps-challenge`),
    askPicture(listing.logoUrl),
  ])
  const read = catalog.operations.map(promptTokens).reduce((sum, each) => sum + each, 0)
  return {
    ...{ origin, listing, tools, manifest, challenge, logo },
    operations: catalog.operations,
    openApi: toOpenApi(await on('action'), toOpenApiAbout(listing)),
    pages: { legal, privacy, support },
    callbacks: await listCallbacks(),
    m365ReferenceId: m365OAuthReferenceId,
    reviewer: await runInReview.look(),
    tokens: { read, list: toTokens({ tools }) },
    probe: await getLatestRun(),
    prompts: { positive: toPositives(catalog).length, negative: outOfScope.length },
  }
}

const notAsked = () => Promise.reject(new Error('No one calls here.'))

/** Under the guard of every address that somebody typed. */
function get(url: string): Promise<Answer> {
  const headers = { accept: '*/*', 'user-agent': 'Mozilla/5.0 (compatible; listing check)' }
  const limits = { timeoutMs: 8000, maxBytes: 6_000_000, allowLoopback: env().local }
  return send({ method: 'GET', url, headers }, limits)
}

async function ask(url: string): Promise<Answered> {
  try {
    const { status, headers, bytes } = await get(url)
    const contentType = headers['content-type']?.split(';')[0] ?? ''
    const text = bytes.toString('utf8')
    return { status, contentType, text: contentType === 'text/html' ? toWords(text) : text }
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    return { status: 0, contentType: '', text: '', why: error.message.replace(/\.$/, '') }
  }
}

async function askPicture(url: string): Promise<Facts['logo']> {
  try {
    const { status, bytes } = await get(url)
    if (status !== 200) return null
    const { format, width, height } = await sharp(bytes, { limitInputPixels: 2e7 }).metadata()
    return { format, width, height, bytes: bytes.length }
  } catch {
    return null
  }
}
