import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { PageHead } from '@/app/admin/ui/page-head'
import { ActionForm } from '@/app/ui/action-form'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { toPositives } from '@/lib/listing/prompts'
import { catalog } from '@/lib/operations'
import { getReviewer } from '@/lib/people/reviewer'
import { outOfScope } from '@/lib/product'
import { Tabs } from '../tabs'
import { Account } from './account'
import { submitRun } from './actions'
import { Results } from './results'

export const metadata: Metadata = { title: 'Reviewer and prompts' }

export default async function ReviewerPage() {
  await requireStaff()
  const reviewer = await getReviewer()
  const positives = toPositives(catalog)
  return (
    <>
      <PageHead
        title="Reviewer and prompts"
        lead="What a host’s reviewer signs in with, and what they are told to ask."
      />
      <Tabs current="/admin/listing/reviewer" />
      <div className="mt-8 space-y-6">
        <Account reviewer={reviewer} />
        <section aria-labelledby="positive" className="card p-6">
          <h2 id="positive" className="text-xl">
            Prompts that work
          </h2>
          <ol className="mt-3 list-decimal space-y-1 ps-5">
            {positives.map(({ prompt, operation }) => (
              <li key={prompt}>
                {prompt} <code className="code">{operation.name}</code>
              </li>
            ))}
          </ol>
          <ActionForm act={submitRun} className="mt-4 space-y-4">
            <FormErrors />
            <SubmitButton className="button">Run them as the reviewer</SubmitButton>
            <Results />
          </ActionForm>
        </section>
        <section aria-labelledby="negative" className="card p-6">
          <h2 id="negative" className="text-xl">
            Prompts that no operation answers
          </h2>
          <dl className="mt-3 space-y-3">
            {outOfScope.map(({ prompt, why }) => (
              <div key={prompt}>
                <dt>{prompt}</dt>
                <dd className="text-soft text-sm">{why}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-4 text-soft text-sm">
            There are {catalog.operations.length} operations to choose from:{' '}
            {catalog.operations.map(({ summary }) => summary.toLowerCase()).join(', ')}.
          </p>
        </section>
      </div>
    </>
  )
}
