import type { Acting } from '../install'
import { requireSafe } from '../install/parse-document'
import { isObject, type JsonObject, ownText, ownTexts, parseJson } from '../json'
import { check, type Step } from '../wire'

/** A metadata document at a well-known address; null where there is none. */
export async function fetchMetadata(
  title: string,
  url: string,
  { wire, profile, report }: Acting,
): Promise<{ json: JsonObject; step: Step } | null> {
  const heard = await wire.send(
    { title, kind: 'install' },
    {
      method: 'GET',
      url,
      headers: { accept: 'application/json', 'user-agent': profile.fetching.userAgent },
    },
    { timeoutMs: profile.fetching.timeoutMs, maxBytes: 100_000 },
  )
  const json = heard.status === 200 ? parseJson(heard.text) : null
  if (!isObject(json)) return null
  requireSafe(json, url, report)
  return { json, step: heard.step }
}

/** The first authorization server that can be used, of each or only of the first, as the host does. */
export async function findAuthorizationServer(
  issuers: string[],
  acting: Acting,
): Promise<JsonObject> {
  const tried = acting.profile.mcp?.authorizationServers === 'first' ? issuers.slice(0, 1) : issuers
  for (const issuer of tried.slice(0, 5)) {
    for (const url of placesOf(issuer)) {
      const found = await fetchMetadata('Read the authorization server’s metadata', url, acting)
      if (found === null) continue
      const isItself = ownText(found.json, 'issuer') === issuer
      if (
        !check(found.step, '`issuer` is the very string it was found by', isItself, 'RFC 8414 §3.3')
      ) {
        acting.report.refuse('issuer_differs', { where: issuer })
      }
      const methods = ownTexts(found.json, 'code_challenge_methods_supported')
      if (!check(found.step, 'PKCE with S256 is supported', methods.includes('S256'), '§3.1')) {
        acting.report.refuse('no_s256', { where: issuer, asHostSays: 'unsupported' })
      }
      return found.json
    }
  }
  return acting.report.refuse('no_authorization_server', { where: issuers.join(', ') })
}

// RFC 8414 §3.1 inserts before the path; OpenID Connect Discovery §4.1 appends to it.
function placesOf(issuer: string): string[] {
  if (!URL.canParse(issuer)) return []
  const { origin, pathname } = new URL(issuer)
  const path = pathname.replace(/\/$/, '')
  return [
    ...new Set([
      `${origin}/.well-known/oauth-authorization-server${path}`,
      `${origin}/.well-known/openid-configuration${path}`,
      `${origin}${path}/.well-known/openid-configuration`,
    ]),
  ]
}
