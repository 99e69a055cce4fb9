/** The parameters of a Bearer challenge (RFC 9110 §11.6.1); null where there is none. */
export function readChallenge(header: string | undefined): Map<string, string> | null {
  const bearer = /(?:^|,\s*)Bearer(?:\s+(.*))?$/is.exec((header ?? '').slice(0, 4000))
  if (!bearer) return null
  const parameters = new Map<string, string>()
  for (const [, name, quoted, token] of (bearer[1] ?? '').matchAll(
    /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/g,
  )) {
    if (name) parameters.set(name.toLowerCase(), (quoted ?? token ?? '').replace(/\\(.)/g, '$1'))
  }
  return parameters
}
