import { readFunctions } from '../copilot/functions'
import { readAbout } from '../copilot/manifest'
import { toAuth, toFunctions } from '../copilot/operations'
import { readRuntimes } from '../copilot/runtimes'
import type { Acting } from '../install'
import type { Installation } from '../installation'
import type { JsonObject } from '../json'
import { readOpenApi } from '../openapi/read'

/** A manifest of Microsoft 365 Copilot (hosts.md §5.1): what it installs is the OpenAPI that it names. */
export async function installCopilot(
  manifest: JsonObject,
  address: URL,
  acting: Acting,
): Promise<Installation> {
  const { report } = acting
  const about = readAbout(manifest, report)
  const functions = readFunctions(manifest, report)
  const runtimes = readRuntimes(manifest, address, report)
  const url = runtimes[0]?.url ?? address
  const api = await readOpenApi(url.href, acting, { root: url, auth: null })
  const operations = toFunctions(api.operations, { functions, runtimes }, report)
  const auth = toAuth(runtimes, api.auth, report)
  report.note('unverified')
  return {
    ...{ kind: 'openapi', address: address.href, ...about, manifest },
    ...{ auth, server: api.server, operations, protocol: null },
  }
}
