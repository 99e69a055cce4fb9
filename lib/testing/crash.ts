import { actions } from '@/lib/confirmations/actions'
import { approve, refuse } from '@/lib/plugin/decide'
import type { Caller } from '@/lib/plugin/operation'
import { createToyShop } from './toy-shop'

/** What a process does until it dies at `die`: `before finish`, `after handler`, `at the end`, … */
export type Crash = {
  die: string
  act: 'ask' | 'approve' | 'refuse'
  file: string
  caller: Omit<Caller, 'scopes'>
  operation: string
  thing: string
  key?: string
  id?: string
  seen?: string
}

type Step = (...given: never[]) => Promise<unknown>

process.once('message', async (crash: Crash) => {
  const dieAt = (point: string) => {
    if (point === crash.die) process.kill(process.pid, 'SIGKILL')
  }
  const mortal =
    <S extends Step>(name: string, step: S) =>
    async (...given: Parameters<S>) => {
      dieAt(`before ${name}`)
      const result = await step(...given)
      dieAt(`after ${name}`)
      return result
    }
  const wrapped = Object.entries(actions).map(([name, step]) => [name, mortal(name, step as Step)])
  const shop = createToyShop(crash.file, Object.fromEntries(wrapped) as typeof actions)
  for (const operation of shop.plugin.catalog.operations) {
    operation.handler = mortal('handler', operation.handler as Step) as typeof operation.handler
  }
  const { thing, operation, key, id = '', seen = '' } = crash
  const caller = { ...crash.caller, scopes: new Set(['email']) }
  const { accountId } = caller
  if (crash.act === 'ask') await shop.ask(caller, operation, { thing }, { key })
  if (crash.act === 'approve') await approve(shop.plugin, accountId, { id, seen })
  if (crash.act === 'refuse') await refuse(shop.plugin, accountId, id)
  dieAt('at the end')
  process.send?.('survived')
})
process.send?.('ready')
