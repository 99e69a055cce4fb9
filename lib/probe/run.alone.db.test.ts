import { describe, expect, it } from 'vitest'
import { attemptsWritten } from '@/lib/attempts/write-behind'
import { db } from '@/lib/data/db'
import { OutboundError } from '@/lib/outbound/errors'
import { type Fault, noFault, serveFaultySite } from '@/lib/testing/faulty-site'
import { connecting, metadata, resource } from '@/lib/testing/site-faults/connecting'
import { publishing } from '@/lib/testing/site-faults/publishing'
import { whyNothing } from './checks/arrival'
import type { HostResult } from './finding'
import { probedHosts } from './hosts'
import { runProbe } from './run'
import { startWalk } from './walk'

const site = serveFaultySite()

async function probe(between = noFault, hosts = probedHosts, mostSeconds = 10) {
  site.fault = between
  const { removeSelfRegistered } = await import('@/lib/oauth/clients/registration')
  return runProbe(
    { origin: site.origin, local: true, mostSeconds, forget: removeSelfRegistered },
    hosts,
  )
}

const only = (host: string) => probedHosts.filter(({ id }) => id === host)

/** What each host dislikes, apart from that this site is on this machine. */
const dislikes = (results: HostResult[]) =>
  results.flatMap(({ host, findings }) =>
    findings
      .filter(({ level, check }) => level !== 'ok' && check !== 'Reachable from the internet')
      .map(({ check, fact, fix }) => ({ host, check, fact, fix })),
  )

describe('the probe of a site as it is', () => {
  it('is green for every host, leaves no client and is nobody’s attempt', async () => {
    const [clients, attempts] = [await db().client.count(), await db().attempt.count()]
    const results = await probe()
    expect(dislikes(results)).toEqual([])
    expect(results.map(({ host }) => host)).toEqual(probedHosts.map(({ id }) => id))
    await attemptsWritten()
    expect(await db().client.count()).toBe(clients)
    expect(await db().attempt.count({ where: { userAgent: { contains: 'latchkey-probe' } } })).toBe(
      0,
    )
    expect(await db().attempt.count()).toBe(attempts)
  })

  it('says that a cloud cannot reach this machine', async () => {
    const [claude] = await probe(undefined, only('claude'))
    expect(claude?.level).toBe('warn')
    expect(claude?.findings[1]?.fact).toContain('is this machine')
  })
})

const faults = Object.entries({ ...connecting, ...publishing }).flatMap(([check, disliked]) =>
  disliked.map(([what, host, fact, fault]) => ({ what, check, host, fact, fault })),
)

describe('a site that something stands before', () => {
  it.each(faults)('$what', async ({ check, host, fact, fault }) => {
    const found = dislikes(await probe(fault, only(host)))
    const disliked = found.find((one) => one.check === check)
    expect(disliked?.fact, JSON.stringify(found)).toContain(fact)
    expect(String(disliked?.fix).length).toBeGreaterThan(10)
  })

  it('a site that hangs', async () => {
    const hang: Fault = (path, answer) =>
      path === resource ? new Promise((resolve) => setTimeout(() => resolve(answer), 3000)) : answer
    const found = dislikes(await probe(hang, only('claude'), 1))[0]
    expect(found?.fact).toContain('within 1 s')
  })

  it('a site that is slow', async () => {
    const slow: Fault = (path, answer) =>
      path === metadata ? new Promise((resolve) => setTimeout(() => resolve(answer), 700)) : answer
    const found = dislikes(await probe(slow, only('vscode'), 1)).find(
      ({ check }) => check === 'Time to answer',
    )
    expect(found?.fact).toContain(metadata)
  })
})

describe('a site that nothing reaches', () => {
  const arrivalAt = async (address: string) => {
    const forget = async () => {}
    const [result] = await runProbe(
      { origin: address, local: true, mostSeconds: 3, forget },
      probedHosts.slice(0, 1),
    )
    expect(result?.findings).toHaveLength(1)
    return String(result?.findings[0]?.fact)
  }

  it('is told by what happened', async () => {
    expect(await arrivalAt('http://127.0.0.1:1')).toContain('ECONNREFUSED')
    expect(await arrivalAt(site.inner.replace('http:', 'https:'))).toContain('TLS')
    expect(await arrivalAt('https://nowhere.invalid')).toContain('does not resolve')
    expect(await arrivalAt('https://site.example:8443')).toContain('port 443')
    expect(await arrivalAt('https://10.0.0.1')).toContain('private address')
  })

  it('has words for whatever else goes wrong', () => {
    const walk = startWalk({ origin: site.origin, local: true }, { agent: 'x', seconds: 1 })
    expect(whyNothing(new OutboundError('too_large'), walk).fact).toContain('too_large')
  })
})
