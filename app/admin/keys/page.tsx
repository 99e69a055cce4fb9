import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { readAsking, type SearchParams } from '@/app/admin/ui/asking'
import { Badge, type Tone } from '@/app/admin/ui/badge'
import { type Column, DataTable } from '@/app/admin/ui/data-table'
import { Done } from '@/app/admin/ui/done'
import { Moment } from '@/app/admin/ui/moment'
import { PageHead } from '@/app/admin/ui/page-head'
import { ActionForm } from '@/app/ui/action-form'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { type KeyRow, type KeyState, listSigningKeys } from '@/lib/oauth/keys'
import { submitRotate } from './actions'

export const metadata: Metadata = { title: 'Keys' }

export default async function KeysPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const asking = await readAsking('/admin/keys', searchParams, ['rotated'])
  const keys = await listSigningKeys()
  const next = keys.find(({ state }) => state === 'next')
  const isLost = keys.length > 0 && !keys.some(({ state }) => state === 'signs')
  return (
    <>
      <PageHead
        title="Keys"
        lead="What signs the tokens that apps hold. A new key is published an hour before it signs, and an old one stays until its last token has ended: no call fails."
      />
      {asking.filter.rotated && !isLost && (
        <Done>
          A new key is published.{' '}
          {next ? (
            <>
              It signs from <Moment at={next.signsFrom} />; nothing else is to do.
            </>
          ) : (
            'It signs now.'
          )}
        </Done>
      )}
      <DataTable
        caption="Signing keys"
        columns={columns}
        rows={keys}
        keyOf={({ kid }) => kid}
        asking={asking}
        empty="There is no key yet. The first request makes one."
      />
      <section aria-labelledby="rotate" className="card mt-6 p-6">
        <h2 id="rotate" className="text-xl">
          Rotate
        </h2>
        <p className="mt-2 max-w-2xl text-soft">
          {advice({ isLost, isWaiting: next !== undefined })}
        </p>
        <ActionForm act={submitRotate} className="mt-4 space-y-4">
          <FormErrors />
          <SubmitButton className="button">Publish a new key</SubmitButton>
        </ActionForm>
      </section>
    </>
  )
}

function advice({ isLost, isWaiting }: { isLost: boolean; isWaiting: boolean }): string {
  if (isLost) {
    return 'No key can be opened, so no app gets a token. Set the APP_SECRET of before; if it is gone, a new key signs at once, and apps get new tokens by themselves.'
  }
  if (isWaiting) return 'A new key is waiting already. Another one would wait behind it.'
  return 'Once a year is a good habit; at once when somebody may have seen APP_SECRET or the database.'
}

const states: Record<KeyState, { tone: Tone; text: string }> = {
  signs: { tone: 'good', text: 'Signs' },
  next: { tone: 'warn', text: 'Next' },
  verifies: { tone: 'plain', text: 'Still trusted' },
  lost: { tone: 'bad', text: 'Under another APP_SECRET' },
  retired: { tone: 'plain', text: 'Retired' },
}

const columns: Column<KeyRow>[] = [
  { title: 'Key', cell: ({ kid }) => <code className="code">{kid}</code> },
  {
    title: 'State',
    cell: ({ state }) => <Badge tone={states[state].tone}>{states[state].text}</Badge>,
  },
  { title: 'Made', cell: ({ createdAt }) => <Moment at={createdAt} /> },
  { title: 'Signs from', cell: ({ signsFrom }) => <Moment at={signsFrom} /> },
  {
    title: 'Trusted until',
    cell: ({ retiresAt }) => (retiresAt ? <Moment at={retiresAt} /> : 'Until it is rotated'),
  },
]
