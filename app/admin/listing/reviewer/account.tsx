import { Moment } from '@/app/admin/ui/moment'
import { ActionForm } from '@/app/ui/action-form'
import { Field } from '@/app/ui/field'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { type Reviewer, reviewDays } from '@/lib/people/reviewer'
import { submitCreate, submitEnd } from './actions'
import { NewPassword } from './new-password'

export const Account = ({ reviewer }: { reviewer: Reviewer | null }) => (
  <section aria-labelledby="account" className="card p-6">
    <h2 id="account" className="text-xl">
      The reviewer’s account
    </h2>
    {reviewer ? (
      <>
        <p className="mt-2">
          <code className="code">{reviewer.email}</code> signs in by its password alone until{' '}
          <Moment at={reviewer.until} />. Then it ends by itself, with all that is its.
        </p>
        <ActionForm act={submitEnd} className="mt-4 space-y-4">
          <FormErrors />
          <SubmitButton className="button button-danger">End it now</SubmitButton>
        </ActionForm>
      </>
    ) : (
      <p className="mt-2 text-soft">
        There is none. It gets a verified address, no second step, and something to look at.
      </p>
    )}
    <ActionForm act={submitCreate} className="mt-4 max-w-sm space-y-4">
      <FormErrors />
      <NewPassword />
      <Field
        name="days"
        label={reviewer ? 'Days for another one, which ends this' : 'Days until it ends'}
        type="number"
        min={1}
        max={reviewDays.most}
        defaultValue={reviewDays.usual}
      />
      <SubmitButton className={reviewer ? 'button button-quiet' : 'button'}>
        {reviewer ? 'Create another' : 'Create it'}
      </SubmitButton>
    </ActionForm>
  </section>
)
