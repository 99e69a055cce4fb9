import type { Profile } from './profiles/profile'

/** One way in which a host differs, in a sentence, and the section of the host facts it rests on. */
export type Quirk = { says: string; fact: string | null }

/** All of a profile that a developer should know, in the order in which they meet it. */
export const quirksOf = (profile: Profile): Quirk[] => [
  {
    says: `Waits ${seconds(profile.fetching.timeoutMs)} for a document at install.`,
    fact: profile.fetching.fact,
  },
  ...openApiQuirks(profile),
  ...mcpQuirks(profile),
  ...linkingQuirks(profile),
  ...callingQuirks(profile),
  { says: confirming[profile.confirming.rule], fact: profile.confirming.fact },
]

const seconds = (milliseconds: number): string => `${milliseconds / 1000} s`

function openApiQuirks({ openApi }: Profile): Quirk[] {
  if (openApi === null) return []
  const { fact } = openApi
  const manifest = {
    says: 'Takes a manifest of 2.1 to 2.4, which names the document.',
    fact: '§5.1',
  }
  const quirks = [
    `Reads OpenAPI ${openApi.versions === '3.1' ? '3.1.0 and 3.1.1 only' : '3.0 and 3.1'}.`,
    ...(openApi.mostOperations === null ? [] : [`Takes ${openApi.mostOperations} operations.`]),
    `Wants descriptions of at most ${openApi.longestDescription} characters${openApi.strict ? ', or refuses the document' : ''}.`,
    ...(openApi.flatOnly ? ['Supports no nested objects and no oneOf, anyOf or allOf.'] : []),
  ].map((says) => ({ says, fact }))
  return openApi.takesManifest ? [manifest, ...quirks] : quirks
}

function mcpQuirks({ mcp }: Profile): Quirk[] {
  if (mcp === null) return []
  const { fact } = mcp
  return [
    `Speaks MCP ${mcp.protocols.join(', ')}${mcp.discoversFirst ? ', and asks server/discover first' : ''}.`,
    ...(mcp.resourceIsUrl ? ['Refuses metadata whose `resource` is not the server’s URL.'] : []),
    `Takes ${mcp.authorizationServers === 'first' ? 'only the first authorization server' : 'each authorization server in turn'}.`,
    ...(mcp.needsChallenge ? ['Begins to link only on a 401 with a challenge.'] : []),
    ...(mcp.hintsRequired ? ['Requires three hints on each tool.'] : []),
    ...(mcp.toolNeedsTitle ? ['Requires a title on each tool.'] : []),
  ].map((says) => ({ says, fact }))
}

function linkingQuirks({ linking }: Profile): Quirk[] {
  const { fact } = linking
  return [
    linking.pkce ? 'Sends PKCE with S256.' : 'Sends no PKCE.',
    linking.resource ? 'Names the resource at both ends.' : 'Names no resource.',
    linking.iss === 'checked' ? 'Checks iss in the answer.' : 'Ignores iss in the answer.',
    linking.revokes ? 'Revokes the token when the person unlinks.' : 'Revokes nothing.',
    ...(linking.addsOfflineAccess ? ['Asks for offline_access where it is listed.'] : []),
  ].map((says) => ({ says, fact }))
}

function callingQuirks({ calling }: Profile): Quirk[] {
  const { fact } = calling
  return [
    `Waits ${seconds(calling.timeoutMs)} for an answer of at most ${calling.longest.toLocaleString('en')} characters.`,
    calling.mostRetries === 0 ? 'Tries once.' : `Tries again up to ${calling.mostRetries} times.`,
    ...(calling.robots === null ? [] : [`Respects robots.txt as ${calling.robots}.`]),
    ...(calling.typeOnGet ? ['Sends content-type: application/json on a GET too.'] : []),
  ].map((says) => ({ says, fact }))
}

const confirming: Record<Profile['confirming']['rule'], string> = {
  'every-write': 'Asks the person before everything but a GET.',
  consequential:
    'Asks before consequential operations each time, before others until always allowed.',
  'first-use': 'Asks at the first use of an operation, and before writes each time.',
  'read-only-hint': 'Asks before a tool whose readOnlyHint is not true.',
}
