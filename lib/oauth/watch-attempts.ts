import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { toPlace } from '@/lib/attempts/place'
import * as attempts from '@/lib/attempts/record'
import type { Place, Taken } from '@/lib/attempts/row'
import { isDocumentId } from './clients/metadata-document'
import { ClientRefused } from './clients/refused'
import { whyNoToken, whyNotAuthorized } from './failure-reasons'
import { saidByDocument, saidForToken, saidToAuthorize, saidToRegister } from './wire-facts'

/** Records what each try to connect came to. */
export function watchAttempts(provider: Provider): void {
  provider.on('registration_create.success', (ctx, client) => {
    const { clientId, clientName, redirectUris } = client
    const said = saidToRegister(ctx.req, ctx.oidc.body ?? {}, { status: 201 })
    attempts.registered(
      placeOf(ctx),
      { clientId, clientName, redirectUri: redirectUris?.[0] },
      said,
    )
  })
  provider.on('registration_create.error', (ctx, { error, statusCode: status }) => {
    const said = saidToRegister(ctx.req, ctx.oidc.body ?? {}, { status, error })
    const taken: Taken[] = [{ step: 'registration', said }]
    attempts.failed(placeOf(ctx), {}, taken, 'registration.metadata_refused')
  })
  provider.on('interaction.started', (ctx, prompt) => {
    const signedIn: Taken[] = prompt.name === 'consent' ? [{ step: 'sign_in' }] : []
    attempts.asked(placeOf(ctx), requestOf(ctx), [...arrivalOf(ctx), ...signedIn])
  })
  provider.on('authorization.success', (ctx) => {
    const { AuthorizationCode: code, Interaction: interaction } = ctx.oidc.entities
    const { grantId, accountId, scope, redirectUri } = code ?? {}
    const given: Taken = { step: 'code', said: { scope, redirect_uri: redirectUri } }
    const unasked: Taken[] = [...arrivalOf(ctx), { step: 'sign_in' }, { step: 'consent' }]
    const taken = interaction ? [given] : [...unasked, given]
    attempts.asked(placeOf(ctx), { ...requestOf(ctx), grantId, accountId }, taken)
  })
  provider.on('authorization.error', (ctx, error) => {
    const reason = whyNotAuthorized(error, ctx)
    const taken = ctx.oidc.entities.Interaction ? [] : arrivalOf(ctx, error)
    if (reason) attempts.failed(placeOf(ctx), requestOf(ctx, error), taken, reason)
  })
  provider.on('grant.success', (ctx) => {
    const { AuthorizationCode: code } = ctx.oidc.entities
    if (code?.grantId) attempts.exchanged(placeOf(ctx), code.grantId, saidForToken(ctx))
  })
  provider.on('grant.error', (ctx, error) => {
    if (ctx.oidc.params?.grant_type === 'refresh_token') return
    const { AuthorizationCode: code, Client: client } = ctx.oidc.entities
    const clientId = client?.clientId ?? toNamed(ctx.oidc.params?.client_id, error)
    const redirectUri = textOf(ctx.oidc.body?.redirect_uri)
    const known = { clientId, clientName: client?.clientName, redirectUri, grantId: code?.grantId }
    const taken: Taken[] = [{ step: 'token', said: saidForToken(ctx, error) }]
    attempts.failed(placeOf(ctx), known, taken, whyNoToken(error))
  })
}

const placeOf = (ctx: KoaContextWithOIDC): Place =>
  toPlace(ctx.get('x-forwarded-for'), ctx.get('user-agent'))

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined

function requestOf(ctx: KoaContextWithOIDC, error?: Error) {
  const { params, client, entities } = ctx.oidc
  return {
    // The same through every question that one request leads to.
    id: entities.Interaction?.cid,
    clientId: client?.clientId ?? toNamed(params?.client_id, error),
    clientName: client?.clientName,
    redirectUri: textOf(params?.redirect_uri),
  }
}

// An id that is not ours may be a secret in the wrong field: enough of it to tell it from others.
function toNamed(id: unknown, error?: Error): string {
  if (typeof id !== 'string') return ''
  if (error instanceof ClientRefused && error.reason === 'suspended') return id
  if (isDocumentId(id)) return id.replace(/\?.*$/, '')
  return id.length > 12 ? `${id.slice(0, 12)}…` : id
}

function arrivalOf(ctx: KoaContextWithOIDC, error?: Error): Taken[] {
  const arrived: Taken = { step: 'authorize', said: saidToAuthorize(ctx, error) }
  return isDocumentId(String(ctx.oidc.params?.client_id ?? ''))
    ? [{ step: 'document', said: saidByDocument(ctx, error) }, arrived]
    : [arrived]
}
