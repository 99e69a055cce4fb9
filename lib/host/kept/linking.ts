import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { install } from '../install'
import { type LinkFailure, linkFailure } from '../link/failure'
import { finishLink as finish, startLink } from '../link/link'
import { revokeTokens } from '../link/renew'
import type { Linked } from '../link/token-request'
import type { Tokens } from '../link/tokens'
import { endpointsOf } from '../register'
import { callbackUrl } from '../registration'
import { actAs } from './acting'
import { addEntry } from './conversations'
import { type KeptInstallation, type SeenInstallation, unsealInstallation } from './installation'
import { changeKept, findKept } from './installations'

/**
 * The URL to send the person's browser to, with a 303. When it comes back to `callbackUrl(origin)`,
 * give that whole URL to `finishLink`. `conversationId` is where the steps are told.
 */
export async function beginLink(
  accountId: string,
  id: string,
  { conversationId = null, scope }: { conversationId?: string | null; scope?: string } = {},
): Promise<{ url: string } | { failure: LinkFailure }> {
  const kept = await findKept(accountId, id)
  const linked = kept && linkedOf(kept)
  if (!kept || !linked) return { failure: linkFailure('no_client') }
  const acting = actAs(kept.profile)
  const auth = scope === undefined ? linked.auth : { ...linked.auth, scope }
  const { url, pending } = startLink(auth, linked.client, callbackUrl(env().origin), acting)
  await changeKept(accountId, id, {
    pending: { ...pending, conversationId },
    steps: acting.wire.steps,
  })
  return { url }
}

export type FinishedLink = {
  /** Null when nothing was pending. */
  installation: SeenInstallation | null
  conversationId: string | null
  failure: LinkFailure | null
}

/** Takes what the browser brought back: `callback` is the whole URL it was sent to. */
export async function finishLink(accountId: string, callback: URL): Promise<FinishedLink> {
  const found = await findPending(accountId, callback.searchParams.get('state'))
  const linked = found && linkedOf(found.kept)
  if (!found?.kept.pending || !linked) {
    return { installation: null, conversationId: null, failure: linkFailure('nothing_pending') }
  }
  const { id, kept } = found
  const { conversationId } = found.kept.pending
  // An answer is taken once, whatever comes of it.
  await changeKept(accountId, id, { pending: null })
  const acting = actAs(kept.profile)
  const result = await finish({ ...linked, pending: found.kept.pending }, callback, acting)
  const failure = 'code' in result ? result : null
  const tokens = 'access' in result ? result : null
  const change = tokens ? await seeLinked(kept, tokens, acting) : {}
  const steps = [...kept.steps, ...acting.wire.steps]
  const installation = await changeKept(accountId, id, { ...change, steps })
  if (conversationId !== null) {
    const { name } = kept.installation
    const entry = { kind: 'link', installationId: id, plugin: name, failure, steps } as const
    await addEntry(accountId, conversationId, entry)
  }
  return { installation, conversationId, failure }
}

/** Tools that an MCP server shows to a linked person only are there from now on. */
async function seeLinked(
  kept: KeptInstallation,
  tokens: Tokens,
  { profile, wire }: ReturnType<typeof actAs>,
): Promise<Partial<KeptInstallation>> {
  if (kept.installation.kind !== 'mcp' || kept.installation.operations.length > 0) return { tokens }
  const token = tokens.access
  const { installation } = await install(kept.installation.address, { profile, wire, token })
  return installation === null ? { tokens } : { tokens, installation }
}

/** Ends the link: revokes where the host does that, and forgets the tokens in any case. */
export async function unlink(accountId: string, id: string): Promise<SeenInstallation | null> {
  const kept = await findKept(accountId, id)
  if (kept === null) return null
  const linked = linkedOf(kept)
  const acting = actAs(kept.profile)
  if (linked && kept.tokens) await revokeTokens(linked, kept.tokens, acting)
  return changeKept(accountId, id, { tokens: null, pending: null, steps: acting.wire.steps })
}

function linkedOf({ installation, registration }: KeptInstallation): Linked | null {
  if (registration?.type !== 'client') return null
  const auth = endpointsOf(installation.auth, registration)
  return auth && { auth, client: registration }
}

const pendingFor = 3600_000

async function findPending(accountId: string, state: string | null) {
  const rows = await db().playgroundInstallation.findMany({ where: { accountId } })
  for (const { id, content } of rows) {
    const kept = unsealInstallation(content)
    if (state === null || kept?.pending?.state !== state) continue
    if (Date.parse(kept.pending.at) > Date.now() - pendingFor) return { id, kept }
  }
  return null
}
