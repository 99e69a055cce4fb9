import { spawnSync } from 'node:child_process'
import { build as bundle } from 'esbuild'
import { generateClient } from './generate'
import { isFresh, remember } from './stamp'
import { StopError } from './stop'

const inputs = [
  ...[
    'app',
    'lib',
    'prisma',
    'public',
    'proxy.ts',
    'instrumentation.ts',
    'server.ts',
    'scripts/build.ts',
  ],
  ...['next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'],
]

/** Builds the pages and the server, unless they were built from these very sources. */
export async function buildIfStale(): Promise<void> {
  if (isFresh('build', inputs, 'build/server.mjs')) return
  const start = Date.now()
  console.log('Building (about a minute) …')
  await build('quiet')
  console.log(`Built in ${Math.round((Date.now() - start) / 1000)} s.`)
}

/** Needs no database and no environment. */
export async function build(output: 'quiet' | 'shown'): Promise<void> {
  generateClient()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'build'],
    {
      encoding: 'utf8',
      stdio: output === 'shown' ? 'inherit' : 'pipe',
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    },
  )
  if (status !== 0) throw new StopError(`The build failed.\n${stdout ?? ''}${stderr ?? ''}`)
  await bundle({
    entryPoints: ['server.ts'],
    outfile: 'build/server.mjs',
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { '@': '.' },
    sourcemap: true,
    logLevel: 'error',
  })
  remember('build', inputs)
}
