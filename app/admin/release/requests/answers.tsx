import { ActionForm } from '@/app/ui/action-form'
import { AnswerErrors } from '@/app/ui/answer-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { submitLetIn, submitRefuse } from '../tester-actions'

type RequestAnswersProps = { accountId: string; name: string; isRefused: boolean }

/** Who was refused can still be let in. */
export const RequestAnswers = ({ accountId, name, isRefused }: RequestAnswersProps) => (
  <div className="flex flex-wrap justify-end gap-2">
    <ActionForm act={submitLetIn} className="space-y-2">
      <input type="hidden" name="account" value={accountId} />
      <SubmitButton className="button button-small">
        Let in<span className="sr-only"> {name}</span>
      </SubmitButton>
      <AnswerErrors title="Not done:" />
    </ActionForm>
    {!isRefused && (
      <ActionForm act={submitRefuse} className="space-y-2">
        <input type="hidden" name="account" value={accountId} />
        <SubmitButton className="button button-quiet button-small">
          Refuse<span className="sr-only"> {name}</span>
        </SubmitButton>
        <AnswerErrors title="Not done:" />
      </ActionForm>
    )}
  </div>
)
