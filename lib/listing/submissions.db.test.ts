import { afterAll, expect, it } from 'vitest'
import { commandLine } from '@/lib/audit/audit'
import { listAudit } from '@/lib/audit/list'
import { disconnect } from '@/lib/data/db'
import { goodFacts } from './checks/good-facts'
import { getSubmission, markSubmitted } from './submissions'
import { toChanges, toSurface } from './surface'

afterAll(disconnect)

it('keeps what a host was shown, for that host, the last time', async () => {
  const facts = goodFacts()
  expect(await getSubmission('claude')).toBeNull()
  await markSubmitted('claude', toSurface({ ...facts, origin: 'https://old.shop' }), commandLine)
  await markSubmitted('claude', toSurface(facts), commandLine)
  const kept = await getSubmission('claude')
  expect(kept && toChanges('claude', kept.surface, toSurface(facts))).toEqual([])
  expect(await getSubmission('m365')).toBeNull()
  const { rows } = await listAudit({ act: 'listing.submitted', target: 'claude' }, {})
  expect(rows).toHaveLength(2)
})
