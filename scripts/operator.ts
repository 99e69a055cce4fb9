import { commandLine } from '@/lib/audit/audit'
import { findAccountAt, setRole } from '@/lib/people/operators'
import { removeSecondFactor } from '@/lib/people/second-factor'
import { StopError } from './stop'
import { withDatabase } from './with-database'

const usage = `Use: npm run operator -- add EMAIL [--analyst]      an analyst only reads
     npm run operator -- remove-second-step EMAIL   for who lost their app and recovery codes`

const acts: Record<string, (email: string, option?: string) => Promise<string>> = {
  async add(email, option) {
    const role = option ? 'analyst' : 'operator'
    if (await setRole(email, role, commandLine)) return `${email} is an ${role} now.`
    throw new StopError(`Nobody has an account with ${email} yet. Sign up first, then try again.`)
  },

  async 'remove-second-step'(email) {
    const account = await findAccountAt(email)
    if (!account) throw new StopError(`Nobody has an account with ${email}.`)
    return (await removeSecondFactor(account.id, commandLine))
      ? `${email} signs in without a second step now, and is told so.`
      : `${email} has no second step.`
  },
}

await withDatabase('npm run operator', async () => {
  const [act = '', email, option] = process.argv.slice(2)
  const run = Object.hasOwn(acts, act) ? acts[act] : undefined
  const isKnown = !option || (act === 'add' && option === '--analyst')
  if (!run || !email || !isKnown) throw new StopError(usage)
  console.log(await run(email, option))
})
