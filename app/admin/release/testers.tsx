import { Badge } from '@/app/admin/ui/badge'
import { type Column, DataTable } from '@/app/admin/ui/data-table'
import { Moment } from '@/app/admin/ui/moment'
import { Part } from '@/app/admin/ui/part'
import { Saved } from '@/app/admin/ui/saved'
import { ActionForm } from '@/app/ui/action-form'
import { AnswerErrors } from '@/app/ui/answer-errors'
import { Field } from '@/app/ui/field'
import { SubmitButton } from '@/app/ui/submit-button'
import { canMail } from '@/lib/mail/mode'
import { places } from '@/lib/release/places'
import { listTesters, type TesterRow } from '@/lib/release/testers'
import { readForChange } from '@/lib/settings/setting'
import { submitPlaces } from './actions'
import { InvitationLink } from './invitation-link'
import { submitInvite, submitRemove } from './tester-actions'

export async function Testers() {
  const rows = await listTesters()
  const { value, version } = await readForChange(places)
  const lead = `${rows.length} of ${value.testers} places are taken, open invitations included.`
  return (
    <Part id="testers" title="Testers" lead={lead}>
      <DataTable
        caption="Testers and open invitations"
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        asking={{ path: '/admin/release', filter: {} }}
        empty="Nobody tests it yet. Invite somebody by their address, or let in who asks."
      />
      <div className="mt-6 grid gap-6 md:grid-cols-2">
        <ActionForm act={submitInvite} className="card space-y-4 p-6">
          <h3 className="text-lg">Invite a tester</h3>
          <AnswerErrors title="Not invited:" />
          <Field
            name="email"
            label="Their email address"
            type="email"
            autoComplete="off"
            hint={
              canMail() ? 'They get a mail with a link.' : 'No mail is sent here: pass the link on.'
            }
          />
          <SubmitButton className="button button-small">Invite</SubmitButton>
          <Saved>The invitation is made.</Saved>
          <InvitationLink />
        </ActionForm>
        <ActionForm act={submitPlaces} className="card space-y-4 p-6">
          <h3 className="text-lg">Places</h3>
          <AnswerErrors title="Not changed:" />
          <input type="hidden" name="version" value={version} />
          <Field
            name="testers"
            label="Testers at most"
            inputMode="numeric"
            defaultValue={value.testers}
          />
          <Field
            name="days"
            label="Days that an invitation is open"
            inputMode="numeric"
            defaultValue={value.days}
          />
          <SubmitButton className="button button-small">Save the places</SubmitButton>
          <Saved>The places are saved.</Saved>
        </ActionForm>
      </div>
    </Part>
  )
}

const columns: Column<TesterRow>[] = [
  {
    title: 'Who',
    cell: ({ name, email }) => (
      <span>
        {name && <bdi className="block font-medium">{name}</bdi>}
        <bdi className="text-soft">{email}</bdi>
      </span>
    ),
  },
  {
    title: 'Standing',
    cell: ({ accountId }) =>
      accountId ? <Badge tone="good">Tester</Badge> : <Badge tone="warn">Invited</Badge>,
  },
  { title: 'Since', cell: ({ acceptedAt, invitedAt }) => <Moment at={acceptedAt ?? invitedAt} /> },
  {
    title: 'Until',
    cell: ({ accountId, expiresAt }) => (accountId ? 'removed' : <Moment at={expiresAt} />),
  },
  {
    title: 'End it',
    cell: ({ id, accountId, email }) => (
      <ActionForm act={submitRemove} className="space-y-2">
        <input type="hidden" name="tester" value={id} />
        <SubmitButton className="button button-quiet button-small">
          {accountId ? 'Remove' : 'Take back'}
          <span className="sr-only"> {email}</span>
        </SubmitButton>
        <AnswerErrors title="Not done:" />
      </ActionForm>
    ),
  },
]
