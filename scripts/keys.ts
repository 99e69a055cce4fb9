import { commandLine } from '@/lib/audit/audit'
import { rotateKeys } from '@/lib/oauth/keys'
import { StopError } from './stop'
import { withDatabase } from './with-database'

await withDatabase('npm run keys', async () => {
  if (process.argv[2] !== 'rotate') throw new StopError('Use: npm run keys -- rotate')
  const { kid, signsFrom } = await rotateKeys(commandLine)
  console.log(`Key ${kid} is published now and signs from ${signsFrom.toISOString()}.`)
})
