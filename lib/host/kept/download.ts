import { getTranscript, listConversations } from './conversations'
import { listInstallations } from './installations'

/** What the playground keeps of an account, without keys, secrets and tokens. */
export async function downloadPlayground(accountId: string) {
  const [installations, conversations] = await Promise.all([
    listInstallations(accountId),
    listConversations(accountId),
  ])
  const transcripts = await Promise.all(conversations.map(({ id }) => getTranscript(accountId, id)))
  return {
    installations: installations.map(({ installation, profile, createdAt, clientId }) => ({
      ...{ address: installation.address, name: installation.name, profile, createdAt, clientId },
    })),
    conversations: transcripts,
  }
}
