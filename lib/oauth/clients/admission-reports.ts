import { removeSome, type Swept } from '@/lib/data/bounded'
import { query } from '@/lib/data/db'

export type AdmissionReport = {
  clientId: string
  /** What it calls itself. */
  name: string
  count: number
  firstAt: Date
  lastAt: Date
}

/** Strangers can bring as many names as they like; more than this tell nobody more. */
const most = 1000

/** Writes down a client that was let in and that a list would have kept out. */
export const reportClient = (clientId: string, name: string): Promise<unknown[]> =>
  query(
    'admission_report',
    `INSERT INTO "AdmissionReport" ("clientId", "name")
     SELECT $1, $2 WHERE EXISTS (SELECT 1 FROM "AdmissionReport" WHERE "clientId" = $1)
       OR (SELECT count(*) FROM "AdmissionReport") < $3
     ON CONFLICT ("clientId") DO UPDATE SET "count" = "AdmissionReport"."count" + 1,
       "name" = $2, "lastAt" = now()`,
    [clientId, name.slice(0, 200), most],
  )

/** Those that came last. */
export const listAdmissionReports = (limit: number): Promise<AdmissionReport[]> =>
  query<AdmissionReport>(
    'admission_reports',
    `SELECT "clientId", "name", "count", "firstAt", "lastAt" FROM "AdmissionReport"
     ORDER BY "lastAt" DESC LIMIT $1`,
    [limit],
  )

/** Called by the sweep. */
export const sweepAdmissionReports = (): Promise<Swept> =>
  removeSome('sweep_admission_reports', 'AdmissionReport', {
    condition: `"lastAt" < now() - interval '30 days'`,
  })
