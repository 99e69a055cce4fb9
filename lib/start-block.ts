import { env } from '@/lib/env'
import { getName } from '@/lib/listing/listing'
import { mailMode } from '@/lib/mail/mode'
import { createOperatorLink } from '@/lib/people/operator-link'

/** What was started and where, in at most eight lines; only surfaces that exist. */
export async function announce(): Promise<void> {
  const { origin, local, dataDir, databaseEmbedded } = env()
  // Says so to the operator when there is none.
  mailMode()
  const operatorLink = await createOperatorLink()
  const rows: [string, string | null][] = [
    [await getName(), origin],
    ['Connect', `${origin}/connect`],
    ['API docs', `${origin}/docs`],
    ['Playground', local ? `${origin}/playground` : null],
    ['Manifest', `${origin}/.well-known/ai-plugin.json`],
    ['MCP', `${origin}/mcp`],
    ['Become operator', operatorLink],
    ['Data', local && databaseEmbedded ? dataDir : null],
  ]
  const shown = rows.filter(([, value]) => value !== null)
  const width = Math.max(...shown.map(([name]) => name.length))
  for (const [name, value] of shown) console.log(`  ${name.padEnd(width)}  ${value}`)
}
