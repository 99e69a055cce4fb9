import pg from 'pg'

type PgError = Error & { code?: string }

/** What Prisma's command line asks of its engine before it starts it. */
export async function runCommand(command: string, url: string) {
  try {
    if (command === 'create-database') await createDatabase(url)
    else await withClient(url, (client) => client.query('SELECT 1'))
  } catch (error) {
    tell(error as PgError)
    process.exitCode = 1
  }
}

async function createDatabase(url: string) {
  const server = new URL(url)
  const name = decodeURIComponent(server.pathname.slice(1))
  server.pathname = '/postgres'
  await withClient(server.href, (client) =>
    client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`),
  )
}

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

// The command line skips the first line and looks for this record in the rest.
function tell({ code, message }: PgError) {
  const known: Record<string, string> = { '3D000': 'P1003', '28P01': 'P1000', '28000': 'P1010' }
  const fields = { error_code: known[code ?? ''] ?? 'P1001', message: message || code }
  console.error(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}`)
}
