import { db } from '@/lib/data/db'
import { type Call, waitingCalls } from '../held'
import { callInConversation } from './calling'
import { sealContent, type Transcript, unsealContent } from './conversation'
import { getTranscript } from './conversations'

/** A plugin need not know for longer what it was asked: the same call would be a new wish then. */
const followedFor = 24 * 3600_000

/**
 * The conversation, with what came of those held calls that the person has decided meanwhile: a host
 * learns it by making the same call again, once. `isDecided` knows the plugin's page of that address.
 */
export async function followHeld(
  accountId: string,
  conversationId: string,
  isDecided: (url: string) => Promise<boolean>,
): Promise<Transcript | null> {
  const transcript = await getTranscript(accountId, conversationId)
  if (transcript === null) return null
  let isFollowed = false
  for (const { call, url } of waitingCalls(transcript.entries)) {
    const isOpen = !call.followed && Date.parse(call.at) > Date.now() - followedFor
    if (!isOpen || !(await isDecided(url)) || !(await claim(transcript, call))) continue
    const { installationId, operation, input } = call
    const wish = { conversationId, installationId, operation, input }
    await callInConversation(accountId, { ...wish, confirmed: call.confirmed ?? 'once' })
    isFollowed = true
  }
  return isFollowed ? getTranscript(accountId, conversationId) : transcript
}

/** False where somebody else has: a page may be loaded twice at once, the call be made but once. */
async function claim({ conversation, entries }: Transcript, call: Call): Promise<boolean> {
  const row = await db().playgroundEntry.findFirst({
    where: { conversationId: conversation.id },
    orderBy: { id: 'asc' },
    // Entries are only ever added.
    skip: entries.indexOf(call),
  })
  if (!row || unsealContent<Call>(row.content)?.followed) return false
  const { count } = await db().playgroundEntry.updateMany({
    where: { id: row.id, content: row.content },
    data: { content: sealContent({ ...call, followed: true }) },
  })
  return count > 0
}
