import { readFile } from 'node:fs/promises'
import { NoCalls, replay, SeveralSites } from '@/lib/host/export/replay'
import { createWire } from '@/lib/host/wire'

/** Makes the calls of a conversation's HAR again; fails when an answer has another status or shape. */

const usage = 'Usage: npm run replay FILE.har (the token to call with goes into REPLAY_TOKEN)'

const file = process.argv[2]
if (!file) {
  console.error(usage)
  process.exit(2)
}

const har = await readFile(file, 'utf8').catch(() => fail(`${file} cannot be read.`))
const replayed = await replay(har, process.env.REPLAY_TOKEN ?? null, createWire(true)).catch(
  (error) => {
    if (error instanceof NoCalls)
      return fail(`${file} is no HAR of the playground with a call in it.`)
    if (error instanceof SeveralSites) return fail(error.message)
    throw error
  },
)
for (const { title, url, differences } of replayed) {
  console.log(`${differences.length === 0 ? 'same' : 'DIFFERS'}  ${title}  ${url}`)
  for (const difference of differences) console.log(`         ${difference}`)
}
if (replayed.some(({ differences }) => differences.length > 0)) process.exit(1)

function fail(why: string): never {
  console.error(why)
  process.exit(1)
}
