import { setRole } from '@/lib/people/operators'
import { StopError } from './stop'
import { withDatabase } from './with-database'

await withDatabase('npm run operator', async () => {
  const [act, email] = process.argv.slice(2)
  if (act !== 'add' || !email) throw new StopError('Use: npm run operator -- add EMAIL')
  if (!(await setRole(email, 'operator'))) {
    throw new StopError(`Nobody has an account with ${email} yet. Sign up first, then try again.`)
  }
  console.log(`${email} is an operator now.`)
})
