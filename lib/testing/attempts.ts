import { randomUUID } from 'node:crypto'
import * as oauth from 'oauth4webapi'
import { attemptsWritten } from '@/lib/attempts/write-behind'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { serveDocuments } from './documents'
import * as linking from './link'
import { createPerson } from './people'

/** Of every client here, which nobody serves. */
export const redirectUri = 'https://vendor.example/callback'

/** Serves the documents of clients that publish themselves, for the tests of a file. */
export function serveClients() {
  const vendor = serveDocuments()
  const putDocument = (extra: object = {}, answer = {}) =>
    vendor.put(
      `/${randomUUID()}.json`,
      (id) => ({ client_id: id, client_name: 'Vendor', redirect_uris: [redirectUri], ...extra }),
      answer,
    )
  return { putDocument }
}

/** What was written down of a client, oldest first, each step by its name. */
export async function attemptsOf(clientId: string) {
  await attemptsWritten()
  const rows = await db().attempt.findMany({ where: { clientId }, orderBy: { startedAt: 'asc' } })
  return rows.map((row) => ({
    ...row,
    steps: (row.steps as { step: string }[]).map(({ step }) => step),
  }))
}

export const post = (
  path: string,
  body: Record<string, string>,
  headers: Record<string, string> = {},
) => fetch(env().origin + path, { method: 'POST', body: new URLSearchParams(body), headers })

/** A host's server, told apart from the others by what it calls itself. */
export const hostAgent = () => ({ 'user-agent': `host/${randomUUID()}` })

/** The request that a person's browser brings, and what its client keeps to end it. */
export async function askFor(clientId: string, extra: Record<string, string> = {}) {
  const verifier = oauth.generateRandomCodeVerifier()
  const client = linking.openClient(clientId, redirectUri)
  const asked = {
    resource: linking.mcp(),
    ...(await linking.challengeOf(verifier)),
    ...extra,
  }
  return { client, verifier, url: linking.authorizeUrl(client, asked) }
}

/** Up to the code; what comes back is what the client would exchange. */
export async function codeFor(clientId: string) {
  const person = await createPerson()
  const { client, verifier, url } = await askFor(clientId)
  const back = await linking.authorize(person, url)
  return { person, client, verifier, code: String(back.searchParams.get('code')) }
}
