import { randomUUID } from 'node:crypto'
import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'
import { aboutScope, isScope } from '@/lib/scopes'
import { addScopes } from './give'
import { notLetIn } from './not-let-in'
import { firstEnd, type Recalled, recall } from './recall'
import type { Site } from './session'

/** Grants that exist in memory only, with what is to stand beside them. */
const unsaved = new WeakMap<object, Unsaved>()

type Unsaved = { redirectUri: string; endsAt: number | null }

/** What belongs to a grant that is to be saved with its code; otherwise undefined. */
export const unsavedGrant = (grant: object | undefined): Unsaved | undefined =>
  grant && unsaved.get(grant)

/**
 * The grant of this authorization: the one just consented to, or one of its own with what was
 * allowed before, so that ending one connection does not end the other. That is saved with its code
 * only: a request that ends at a question or a Deny must leave nothing that lives.
 */
export async function loadExistingGrant(ctx: KoaContextWithOIDC) {
  const { provider, result, client, session, params } = ctx.oidc
  const grantId = result?.consent?.grantId
  if (grantId) return provider.Grant.find(grantId)
  if (!client || !session?.accountId || asksAgain(ctx)) return undefined
  const { accountId } = session
  const { clientId } = client
  const redirectUri = String(params?.redirect_uri)
  const resources = [params?.resource ?? []].flat() as string[]
  const answers = await recall({ accountId, clientId, redirectUri, resources })
  const requested = [...ctx.oidc.requestParamScopes]
  const answered = (answer: Recalled['answer']) =>
    requested.filter((name) => answers.get(name)?.answer === answer)
  const allowed = answered('allowed')
  // What was left out stays left out beside something else; alone it is a question.
  const isQuestion = requested.some(canBeLeftOut) && !allowed.some(canBeLeftOut)
  if (isQuestion || allowed.length === 0) return undefined
  const grant = new provider.Grant({ accountId, clientId })
  grant.jti = randomUUID()
  addScopes(grant, resources, { granted: allowed, declined: answered('left out') })
  unsaved.set(grant, { redirectUri, endsAt: firstEnd(allowed, answers) })
  return grant
}

const canBeLeftOut = (name: string): boolean => isScope(name) && !aboutScope(name).technical

const asksAgain = (ctx: KoaContextWithOIDC): boolean => ctx.oidc.prompts.has('consent')

/** What is asked before a code is given; who is not let in is told so, whatever they allowed before. */
export function policy({ isLetIn }: Site) {
  const prompts = interactionPolicy.base()
  const notYet = new interactionPolicy.Check(
    'not_let_in',
    notLetIn,
    'access_denied',
    async ({ oidc: { session } }) =>
      session?.accountId ? !(await isLetIn(session.accountId)) : false,
  )
  // Before the other questions: a client that allows none is told of this one.
  prompts.get('consent')?.checks.add(notYet, 0)
  return prompts
}
