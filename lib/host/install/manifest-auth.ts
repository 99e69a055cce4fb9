import type { Auth, OAuth } from '../installation'
import { type JsonObject, own, ownObject, ownText } from '../json'
import type { Report } from '../problems'
import { isLocalHost } from './domains'

/** The `auth` of a manifest v1 (hosts.md §1.2). */
export function readAuth(json: JsonObject, address: URL, report: Report): Auth {
  const auth = ownObject(json, 'auth') ?? report.refuse('manifest_field', { where: 'auth' })
  const type = ownText(auth, 'type')
  if (type === 'none') return { type: 'none' }
  if (isLocalHost(address.hostname))
    report.note('auth_on_localhost', { where: `auth.type: ${type}` })
  const verificationToken = ownText(ownObject(auth, 'verification_tokens'), 'openai')
  if (type === 'oauth') return readOAuth(auth, verificationToken, report)
  if (type !== 'service_http' && type !== 'user_http') {
    return report.refuse('auth_type', { where: `auth.type: ${type}` })
  }
  if (type === 'user_http') report.note('auth_user_key', { where: 'auth.type: user_http' })
  const scheme = ownText(auth, 'authorization_type')
  if (scheme !== 'bearer' && scheme !== 'basic') {
    return report.refuse('auth_type', { where: `auth.authorization_type: ${scheme}` })
  }
  const whose = type === 'service_http' ? 'service' : 'user'
  return { type: 'key', whose, scheme, header: null, verificationToken }
}

// client_url is where people authorize, authorization_url where tokens are fetched.
function readOAuth(auth: JsonObject, verificationToken: string | null, report: Report): OAuth {
  const url = (field: string): string => {
    const value = ownText(auth, field)
    if (value !== null && URL.canParse(value) && /^https?:/i.test(value)) return value
    return report.refuse('auth_type', { where: `auth.${field}` })
  }
  const contentType = ownText(auth, 'authorization_content_type')
  if (contentType !== 'application/json' && contentType !== 'application/x-www-form-urlencoded') {
    return report.refuse('auth_content_type', { where: String(contentType) })
  }
  const scope = own(auth, 'scope')
  if (typeof scope !== 'string') return report.refuse('auth_type', { where: 'auth.scope' })
  return {
    type: 'oauth',
    authorizeUrl: url('client_url'),
    tokenUrl: url('authorization_url'),
    scope,
    tokenContentType: contentType,
    verificationToken,
    server: null,
  }
}
