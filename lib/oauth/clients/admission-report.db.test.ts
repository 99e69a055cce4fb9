import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { commandLine } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import { serveDocuments } from '@/lib/testing/documents'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { reportClient } from './admission-reports'
import { admit } from './listing'

process.env.CLIENT_ADMISSION = 'report'
serveEndpoints()
const vendor = serveDocuments()

const findReport = (clientId: string) => db().admissionReport.findUnique({ where: { clientId } })

it('lets a stranger in, and writes down who would have been refused, and how often', async () => {
  const redirectUri = 'https://vendor.example/callback'
  const id = vendor.put(`/${randomUUID()}.json`, (url) => ({
    client_id: url,
    client_name: 'Call me <b>Claude</b>',
    redirect_uris: [redirectUri],
  }))
  const client = linking.openClient(id, redirectUri)
  expect((await linking.linkOpen(await createPerson(), client)).access).toBeTruthy()
  expect(await findReport(id)).toMatchObject({ name: 'Call me <b>Claude</b>', count: 1 })
  await linking.linkOpen(await createPerson(), client)
  expect(await findReport(id)).toMatchObject({ count: 2 })
  await admit(id, commandLine)
  await linking.linkOpen(await createPerson(), client)
  expect(await findReport(id)).toBeNull()
})

it('keeps a thousand reports, whatever strangers bring', async () => {
  const name = 'x'.repeat(1_000_000)
  const known = `https://known.example/${randomUUID()}`
  await reportClient(known, name)
  expect((await findReport(known))?.name).toHaveLength(200)
  await db().$executeRaw`
    INSERT INTO "AdmissionReport" ("clientId", "name")
    SELECT 'dcr_' || gen_random_uuid(), '' FROM generate_series(1, 1000)`
  await reportClient('dcr_one-too-many', '')
  await reportClient(known, '')
  expect(await findReport('dcr_one-too-many')).toBeNull()
  expect(await findReport(known)).toMatchObject({ count: 2 })
  await db().admissionReport.deleteMany({})
})
