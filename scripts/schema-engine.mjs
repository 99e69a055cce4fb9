#!/usr/bin/env node
import { register } from 'tsx/esm/api'

register()
const { runEngine } = await import('./database/rpc.ts')
await runEngine(process.argv.slice(2))
