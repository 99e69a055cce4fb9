import { type Actor, audit, commandLine } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { findDocumentClient, isDocumentId } from './metadata-document'
import { ClientRefused } from './refused'

/**
 * Puts the client of a metadata document onto the list; resolves to its name. Throws PublicError
 * `invalid_request` when there is no such document or it cannot be used.
 */
export async function admit(id: string, by: Actor = commandLine): Promise<string> {
  if (!isDocumentId(id)) throw notAdmitted('This is not the address of a client’s document.')
  const client = await findDocumentClient(id).catch((error: unknown) => {
    throw error instanceof ClientRefused ? notAdmitted(error.told) : error
  })
  await setListed(id, true, by)
  return String(client.client_name)
}

/** Takes it off the list: where only listed clients may come, it cannot begin to connect. */
export const unlist = (id: string, by: Actor): Promise<void> => setListed(id, false, by)

async function setListed(url: string, listed: boolean, by: Actor): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.clientDocument.updateMany({
      where: { kind: 'client', url, listed: !listed },
      data: { listed },
    })
    if (count === 0) return
    // Whatever it was written down for before is answered by this.
    if (listed) await tx.admissionReport.deleteMany({ where: { clientId: url } })
    await audit(tx, by, { act: listed ? 'client.listed' : 'client.unlisted', target: url })
  })
}

const notAdmitted = (message: string) => new PublicError('invalid_request', message)
