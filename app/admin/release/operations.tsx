import { Part } from '@/app/admin/ui/part'
import { Saved } from '@/app/admin/ui/saved'
import { ActionForm } from '@/app/ui/action-form'
import { AnswerErrors } from '@/app/ui/answer-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { catalog } from '@/lib/operations'
import { operationStages, pluginStage, stricter } from '@/lib/release/stage'
import { readForChange, readSetting } from '@/lib/settings/setting'
import { submitOperations } from './actions'
import { StageChoice } from './stage-choice'
import { StageBadge } from './stages'

/** Which operations are held back while the rest is further. */
export async function Operations() {
  const plugin = await readSetting(pluginStage)
  const { value: own, version } = await readForChange(operationStages)
  return (
    <Part
      id="operations"
      title="Operations"
      lead="Hold one back while the rest goes on. None is further than the plugin; who is not let in does not see it."
    >
      <ActionForm act={submitOperations} className="mt-4 space-y-4">
        <AnswerErrors title="Not changed:" />
        <input type="hidden" name="version" value={version} />
        <table className="data-table card">
          <caption className="sr-only">Operations and their stages</caption>
          <thead>
            <tr>
              <th scope="col">Operation</th>
              <th scope="col">Effect</th>
              <th scope="col">Is now</th>
              <th scope="col">Stage of its own</th>
            </tr>
          </thead>
          <tbody>
            {catalog.operations.map(({ name, summary, effect }) => (
              <tr key={name}>
                <td data-title="Operation">
                  <span>
                    <span className="block font-medium">{summary}</span>
                    <code className="text-soft">{name}</code>
                  </span>
                </td>
                <td data-title="Effect">{effect}</td>
                <td data-title="Is now">
                  <StageBadge stage={stricter(plugin, own[name] ?? plugin)} />
                </td>
                <td data-title="Stage of its own">
                  <StageChoice operation={name} own={own[name] ?? ''} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <SubmitButton className="button button-small">Save the stages</SubmitButton>
        <Saved>The stages are saved.</Saved>
      </ActionForm>
    </Part>
  )
}
