import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'next/server'
import { expect, test, vi } from 'vitest'
import type { Answer } from '@/app/ui/action-form'
import { untouched } from '@/app/ui/action-form'
import { commandLine } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import { mailsSent } from '@/lib/mail/send'
import { getPerson, isFresh } from '@/lib/session/person'

vi.mock('@/lib/session/person')
vi.mock('@/lib/session/actor', () => ({ actorOf: async () => commandLine }))
vi.mock('next/cache')
vi.mock('next/server', () => ({ after: vi.fn() }))
vi.mock('next/navigation', () => ({
  redirect: (path: string) => {
    throw new Error(`to ${path}`)
  },
  notFound: () => {
    throw new Error('not found')
  },
}))

type Act = (previous: Answer, form: FormData) => Promise<Answer>

/** Every server action below app/admin, by the folder that it is in. */
async function acts(): Promise<Record<string, Act>> {
  const files = readdirSync('app/admin', { recursive: true, encoding: 'utf8' })
  const modules = files.filter((file) => /actions\.ts$/.test(file))
  const found = await Promise.all(
    modules.map(async (file) => {
      const exported: Record<string, Act> = await import(
        /* @vite-ignore */ join(process.cwd(), 'app/admin', file)
      )
      const folder = file.replace(/\/[^/]*$/, '')
      return Object.entries(exported).map(([name, act]) => [`${folder} ${name}`, act] as const)
    }),
  )
  return Object.fromEntries(found.flat())
}

/** They let somebody in or out, give or take a secret, or take something from people. */
const dangerous = [
  'clients/[id] submitCallback',
  'clients/[id] submitDelete',
  'clients/[id] submitEndSecret',
  'clients/[id] submitList',
  'clients/[id] submitResume',
  'clients/[id] submitSecret',
  'clients/[id] submitSuspend',
  'clients/admission submitAdmission',
  'clients/new submitClient',
  'keys submitRotate',
  'listing saveListing',
  'listing/reviewer submitCreate',
  'listing/reviewer submitEnd',
  'people/[id] submitEndConnections',
  'people/[id] submitEndSessions',
  'people/[id] submitRemoveSecondFactor',
  'people/[id] submitResume',
  'people/[id] submitRole',
  'people/[id] submitSuspend',
  'people/invitations submitInvitation',
  'people/invitations submitRevoke',
  'release submitExposure',
  'release submitOperations',
  'release submitStage',
  'reservations/[id] submitCancel',
  'settings submitCallLimits',
  'settings submitRetention',
  'settings submitWaysIn',
  'stays/[slug] submitWithdraw',
]

const others = [
  'clients/[id] submitRemoveCallback',
  'clients/[id] submitUnlist',
  'doctor/probe submitProbe',
  'health submitSweep',
  'listing/review noteSubmitted',
  'listing/reviewer submitRun',
  'release submitInvite',
  'release submitLetIn',
  'release submitPlaces',
  'release submitRefuse',
  'release submitRemove',
  'settings submitTestMail',
  'stays/[slug] submitClose',
  'stays/[slug] submitFacts',
  'stays/[slug] submitOffer',
  'stays/[slug] submitOpen',
  'stays/[slug] submitRooms',
]

function signIn(role: 'member' | 'analyst' | 'operator', fresh: boolean): void {
  const signedInAt = Date.now() / 1000 - (fresh ? 1 : 3600)
  const person = { ...{ id: 'somebody', role, signedInAt }, name: 'Ada', email: 'ada@example.com' }
  vi.mocked(getPerson).mockResolvedValue(person as Awaited<ReturnType<typeof getPerson>>)
  vi.mocked(isFresh).mockReturnValue(fresh)
}

/** Fields that change something where a form's own values decide. */
function filled(): FormData {
  const form = new FormData()
  form.set('appsChallenge', 'somebody-elses-proof')
  return form
}

test('each is known to be dangerous or not', async () => {
  expect(Object.keys(await acts()).sort()).toEqual([...dangerous, ...others].sort())
})

test('there is none for who is no operator; an analyst is told, and nothing is done', async () => {
  const written = await db().auditEntry.count()
  for (const [name, act] of Object.entries(await acts())) {
    signIn('member', true)
    await expect(act(untouched, filled()), name).rejects.toThrow('not found')
    signIn('analyst', true)
    const { errors } = await act(untouched, filled())
    expect([name, errors.form]).toEqual([name, expect.stringContaining('Only operators')])
  }
  expect(await db().auditEntry.count()).toBe(written)
})

test('a dangerous one asks again whoever signed in a while ago', async () => {
  signIn('operator', false)
  const all = await acts()
  for (const name of dangerous) {
    const refused = expect(all[name]?.(untouched, filled()), name).rejects
    await refused.toThrow(/^to \/sign-in\?next=%2Fadmin%2F[^&]+&again=1$/)
  }
})

test('mails of an act go out, also where a process sleeps once it has answered', async () => {
  signIn('operator', true)
  vi.mocked(after).mockClear()
  await (await acts())['people/[id] submitRemoveSecondFactor']?.(untouched, filled())
  expect(after).toHaveBeenCalledWith(mailsSent)
})
