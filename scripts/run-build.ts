import { build } from './build'
import { runScript } from './stop'

await runScript(async () => {
  await build('shown')
  return 0
})
