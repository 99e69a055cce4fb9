import type { ReviewHost } from '../hosts'
import { accountChecks } from './account'
import type { Check, Facts, Finding } from './facts'
import { importerChecks } from './importer'
import { privacyChecks } from './privacy'
import { probeChecks } from './probe'
import { siteChecks } from './site'
import { limitChecks, wordChecks } from './texts'
import { toolChecks } from './tools'

export const checks: Check[] = [
  ...siteChecks,
  ...limitChecks,
  ...wordChecks,
  ...privacyChecks,
  ...toolChecks,
  ...importerChecks,
  ...accountChecks,
  ...probeChecks,
]

export type Checked = { check: Check; finding: Finding | null }

export const checkAll = (facts: Facts, host: ReviewHost): Checked[] =>
  checks
    .filter(({ hosts }) => hosts.includes(host))
    .map((check) => ({ check, finding: check.look(facts) }))
