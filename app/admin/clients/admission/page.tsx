import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { PageHead } from '@/app/admin/ui/page-head'
import { listAdmissionReports } from '@/lib/oauth/clients/admission-reports'
import { admissionSetting } from '@/lib/oauth/clients/admission-setting'
import { listKnown } from '@/lib/oauth/clients/list'
import { readForChange } from '@/lib/settings/setting'
import { AdmissionForm } from './form'
import { Reports } from './reports'

export const metadata: Metadata = { title: 'Who may come' }

export default async function AdmissionPage() {
  const { role } = await requireStaff()
  const { value, version } = await readForChange(admissionSetting)
  const reports = await listAdmissionReports(100)
  const known = await listKnown(reports.map(({ clientId }) => clientId))
  return (
    <>
      <PageHead
        title="Who may come"
        lead="Which apps may begin to connect that nobody registered here. Who is connected stays so; a change holds within a second."
      >
        <a href="/admin/clients" className="button button-quiet button-small">
          All clients
        </a>
      </PageHead>
      <AdmissionForm value={value} version={version} mayChange={role === 'operator'} />
      <Reports reports={reports} known={known} />
    </>
  )
}
