import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'

const logging = `
  import { log } from './lib/log'
  process.stdout.write('begins')
  await new Promise((resolve) => process.stdin.once('data', resolve))
  for (let times = 0; times < 5; times += 1) {
    log.error('nobody reads this')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  process.exit(7)`

it('goes on when nobody reads its log any more', async () => {
  const arguments_ = ['--import', 'tsx', '--input-type=module', '-e', logging]
  const child = spawn(process.execPath, arguments_, { stdio: 'pipe' })
  await once(child.stdout, 'data')
  child.stderr.destroy()
  child.stdin.write('now')
  expect((await once(child, 'exit'))[0]).toBe(7)
})
