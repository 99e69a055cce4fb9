import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { readAsking, type SearchParams } from '@/app/admin/ui/asking'
import { Done } from '@/app/admin/ui/done'
import { PageHead } from '@/app/admin/ui/page-head'
import { Field } from '@/app/ui/field'
import { callLimits } from '@/lib/settings/call-limits'
import { retention } from '@/lib/settings/retention'
import { readForChange } from '@/lib/settings/setting'
import { submitCallLimits, submitRetention } from './actions'
import { MailForm } from './mail-form'
import { SettingForm } from './setting-form'
import { WaysInForm } from './ways-in-form'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const { filter } = await readAsking('/admin/settings', searchParams, ['done'])
  const [limits, kept] = await Promise.all([readForChange(callLimits), readForChange(retention)])
  return (
    <>
      <PageHead
        title="Settings"
        lead="A change holds within a second, for every process. What is secret or needs a restart stands in the environment."
      />
      {filter.done && (
        <Done>{filter.done === 'mail' ? 'The test mail is on its way.' : 'Saved.'}</Done>
      )}
      <div className="mt-6 space-y-6">
        <WaysInForm />
        <MailForm />
        <SettingForm
          id="limits"
          title="Limits on calls"
          lead="120 reads and 20 writes a minute for each app of a person, 60 reads for a network without an account. All limits are multiplied by this."
          act={submitCallLimits}
          version={limits.version}
        >
          <Field
            name="factor"
            label="Times the limits"
            hint="2 allows twice as much, 0.5 half."
            inputMode="decimal"
            defaultValue={String(limits.value.factor)}
          />
        </SettingForm>
        <SettingForm
          id="retention"
          title="How long things are kept"
          lead="The privacy page says the same. Shorter takes effect at the next sweep, and what is removed is gone."
          act={submitRetention}
          version={kept.version}
        >
          <Field
            name="activityDays"
            label="Activity of apps, in days"
            inputMode="numeric"
            defaultValue={String(kept.value.activityDays)}
          />
          <Field
            name="attemptDays"
            label="Tries to connect, in days"
            inputMode="numeric"
            defaultValue={String(kept.value.attemptDays)}
          />
        </SettingForm>
      </div>
    </>
  )
}
