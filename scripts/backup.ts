import { parseArgs } from 'node:util'
import { restoreBackup } from './backup/restore'
import { isNew } from './backup/tables'
import { writeBackup } from './backup/write'
import { deployMigrations } from './database/migrations'
import { openDatabase } from './database/open'
import { runScript, StopError } from './stop'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    replace: { type: 'boolean', default: false },
    'other-secret': { type: 'boolean', default: false },
  },
})

await runScript(async () => {
  const [command, file] = positionals[0] === 'restore' ? positionals : ['write', positionals[0]]
  if (command === 'restore' && !file) throw new StopError('Use: npm run backup -- restore FILE')
  if (positionals.length > 2) throw new StopError('Use: npm run backup -- [restore] FILE')
  const database = await openDatabase({ what: 'npm run backup', lasting: false })
  const url = process.env.DIRECT_URL || database.url
  try {
    await (command === 'restore' ? restore(url, String(file)) : write(url, file ?? nameOfNow()))
  } finally {
    await database.close()
  }
  return 0
})

async function write(url: string, file: string): Promise<void> {
  const rows = await writeBackup(url, file)
  console.log(`${rows} rows written to ${file}.`)
  console.log(
    'Keep APP_SECRET (or .data/secret) too, in another place: without it, what is encrypted is lost.',
  )
}

async function restore(url: string, file: string): Promise<void> {
  if (await isNew(url)) await deployMigrations(url)
  const options = { replace: values.replace, otherSecret: values['other-secret'] }
  const rows = await restoreBackup(url, file, options)
  console.log(`${rows} rows restored and verified. Restart the app if it runs.`)
}

const nameOfNow = (): string =>
  `latchkey-${new Date().toISOString().slice(0, 16).replaceAll(':', '-')}.backup.gz`
