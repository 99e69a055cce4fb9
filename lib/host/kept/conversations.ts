import { randomUUID } from 'node:crypto'
import { db } from '@/lib/data/db'
import type { ProfileId } from '../profiles'
import {
  type Chosen,
  type Conversation,
  type Entry,
  type NewEntry,
  sealContent,
  type Transcript,
  unsealContent,
} from './conversation'

/** Plugins that one conversation may have on, as in ChatGPT of 2023. */
export const mostActive = 3
/** Conversations of an account, and entries of one with their characters. */
export const mostConversations = 50
const mostEntries = 200
const mostCharacters = 8_000_000

type Content = { profile: ProfileId; installationIds: string[]; chosen: Chosen }

/** Begins one with these plugins on; those beyond `mostActive`, and strangers', are left out. */
export async function startConversation(
  accountId: string,
  { profile, installationIds, chosen }: Content,
): Promise<Conversation> {
  const own = await db().playgroundInstallation.findMany({
    where: { accountId, id: { in: installationIds.slice(0, mostActive) } },
    select: { id: true },
  })
  const content: Content = { profile, chosen, installationIds: own.map(({ id }) => id) }
  const row = await db().playgroundConversation.create({
    data: { id: randomUUID(), accountId, content: sealContent(content) },
  })
  await dropOldest(accountId)
  return { id: row.id, createdAt: row.createdAt, ...content }
}

/** What the host tells of the person from now on; false when there is no such conversation. */
export async function changeChosen(
  accountId: string,
  id: string,
  chosen: Chosen,
): Promise<boolean> {
  const row = await db().playgroundConversation.findFirst({ where: { id, accountId } })
  const content = row && unsealContent<Content>(row.content)
  if (!content) return false
  const { count } = await db().playgroundConversation.updateMany({
    where: { id, accountId },
    data: { content: sealContent({ ...content, chosen }), usedAt: new Date() },
  })
  return count > 0
}

async function dropOldest(accountId: string): Promise<void> {
  const old = await db().playgroundConversation.findMany({
    where: { accountId },
    orderBy: { createdAt: 'desc' },
    skip: mostConversations,
    select: { id: true },
  })
  await db().playgroundConversation.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } })
}

/** Newest first. */
export async function listConversations(accountId: string): Promise<Conversation[]> {
  const rows = await db().playgroundConversation.findMany({
    where: { accountId },
    orderBy: { createdAt: 'desc' },
  })
  return rows.flatMap((row) => toConversation(row) ?? [])
}

/** The conversation with all that happened in it, oldest first. */
export async function getTranscript(accountId: string, id: string): Promise<Transcript | null> {
  const row = await db().playgroundConversation.findFirst({
    where: { id, accountId },
    include: { entries: { orderBy: { id: 'asc' } } },
  })
  const conversation = row && toConversation(row)
  if (!conversation) return null
  const entries = row.entries.flatMap(({ content }) => unsealContent<Entry>(content) ?? [])
  // An entry is found again by where it stands: one left out would make it another.
  return entries.length < row.entries.length ? null : { conversation, entries }
}

/** Writes down what happened; null when there is no such conversation, or it is full. */
export async function addEntry(
  accountId: string,
  conversationId: string,
  entry: NewEntry,
): Promise<Entry | null> {
  const touched = await db().playgroundConversation.updateMany({
    where: { id: conversationId, accountId },
    data: { usedAt: new Date() },
  })
  if (touched.count === 0) return null
  if (await isFull(conversationId)) return null
  const whole: Entry = { at: new Date().toISOString(), ...entry }
  await db().playgroundEntry.create({ data: { conversationId, content: sealContent(whole) } })
  return whole
}

async function isFull(conversationId: string): Promise<boolean> {
  const [row] = await db().$queryRaw<{ isFull: boolean }[]>`
    SELECT count(*) >= ${mostEntries} OR coalesce(sum(octet_length("content")), 0) >= ${mostCharacters}
      AS "isFull" FROM "PlaygroundEntry" WHERE "conversationId" = ${conversationId}`
  return row?.isFull ?? false
}

export async function removeConversation(accountId: string, id: string): Promise<void> {
  await db().playgroundConversation.deleteMany({ where: { id, accountId } })
}

type Row = { id: string; createdAt: Date; content: string }

function toConversation({ id, createdAt, content: sealed }: Row): Conversation | null {
  const content = unsealContent<Content>(sealed)
  return content && { id, createdAt, ...content }
}
