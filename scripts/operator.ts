import { commandLine } from '@/lib/audit/audit'
import { setRole } from '@/lib/people/operators'
import { StopError } from './stop'
import { withDatabase } from './with-database'

const usage = 'Use: npm run operator -- add EMAIL [--analyst]   an analyst only reads'

await withDatabase('npm run operator', async () => {
  const [act, email, option] = process.argv.slice(2)
  if (act !== 'add' || !email || (option && option !== '--analyst')) throw new StopError(usage)
  const role = option ? 'analyst' : 'operator'
  if (!(await setRole(email, role, commandLine))) {
    throw new StopError(`Nobody has an account with ${email} yet. Sign up first, then try again.`)
  }
  console.log(`${email} is an ${role} now.`)
})
