import pg from 'pg'

// Writes numbers in rising order, some of them in transactions, and reports each one only after
// the database has confirmed it.
const [url = '', first = ''] = process.argv.slice(2)
const client = new pg.Client({ connectionString: url })
client.on('error', () => process.exit())
await client.connect()
await client.query('CREATE TABLE IF NOT EXISTS written (n int PRIMARY KEY, filler text)')
for (let n = Number(first); ; n += 1) {
  const inTransaction = n % 3 === 0
  if (inTransaction) await client.query('BEGIN')
  await client.query('INSERT INTO written VALUES ($1, $2)', [n, 'x'.repeat(n % 2000)])
  if (inTransaction) await client.query('COMMIT')
  process.send?.(n)
}
