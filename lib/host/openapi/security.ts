import type { Auth } from '../installation'
import { type JsonObject, own, ownObject, ownText } from '../json'
import type { Report } from '../problems'

/** The one scheme that an importer takes from a document that no manifest speaks for (§2.1, §2.2). */
export function readSecurity(document: JsonObject, report: Report): Auth {
  const schemes = ownObject(ownObject(document, 'components'), 'securitySchemes') ?? {}
  const [first, ...others] = Object.keys(schemes)
  if (others.length > 0) {
    report.note('several_security_schemes', {
      where: Object.keys(schemes).join(', '),
      asHostSays: 'Found multiple security schemes, only 1 is supported',
    })
  }
  // People may call what needs no token: the scheme of OAuth says most of how to get one.
  const oauth = Object.values(schemes).find((scheme) => ownText(scheme, 'type') === 'oauth2')
  return toAuth(oauth ?? (first === undefined ? null : own(schemes, first)))
}

function toAuth(scheme: unknown): Auth {
  const flow = ownObject(ownObject(scheme, 'flows'), 'authorizationCode')
  const authorizeUrl = ownText(flow, 'authorizationUrl')
  const tokenUrl = ownText(flow, 'tokenUrl')
  if (authorizeUrl !== null && tokenUrl !== null) {
    return {
      type: 'oauth',
      authorizeUrl,
      tokenUrl,
      scope: Object.keys(ownObject(flow, 'scopes') ?? {}).join(' '),
      tokenContentType: 'application/x-www-form-urlencoded',
      verificationToken: null,
      server: null,
    }
  }
  const key = { type: 'key', whose: 'service', header: null, verificationToken: null } as const
  const type = ownText(scheme, 'type')
  if (type === 'http') {
    return {
      ...key,
      scheme: ownText(scheme, 'scheme')?.toLowerCase() === 'basic' ? 'basic' : 'bearer',
    }
  }
  const header = ownText(scheme, 'name')
  if (type === 'apiKey' && ownText(scheme, 'in') === 'header' && header !== null) {
    return { ...key, scheme: 'header', header }
  }
  return { type: 'none' }
}
