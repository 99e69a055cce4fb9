import { Saved } from '@/app/admin/ui/saved'
import { ActionForm } from '@/app/ui/action-form'
import { AnswerErrors } from '@/app/ui/answer-errors'
import { Choices } from '@/app/ui/choices'
import { SubmitButton } from '@/app/ui/submit-button'
import { pluginStage, stages } from '@/lib/release/stage'
import { readForChange } from '@/lib/settings/setting'
import { submitStage } from './actions'
import { meanings, stageNames } from './stages'

/** Where the whole plugin stands, and the way on or back. */
export async function StageCard() {
  const { value, version } = await readForChange(pluginStage)
  return (
    <section
      aria-labelledby="stage-now"
      className="card mt-6 grid gap-6 p-6 md:grid-cols-2 md:gap-10"
    >
      <div>
        <h2 id="stage-now" className="text-soft text-sm">
          The plugin is
        </h2>
        <p className="mt-1 font-semibold text-4xl text-brand">{stageNames[value]}</p>
        <p className="mt-3 max-w-md text-lg">{meanings[value]}</p>
        <p className="mt-3 max-w-md text-soft text-sm">
          A change holds within a second, also for apps that are connected: whoever is not let in
          any more is told so at their next call, and keeps their connection for later.
        </p>
      </div>
      <ActionForm act={submitStage} className="space-y-4">
        <AnswerErrors title="Not changed:" />
        <input type="hidden" name="version" value={version} />
        <Choices
          type="radio"
          name="stage"
          legend="Change it to"
          chosen={[value]}
          options={stages.map((stage) => ({
            value: stage,
            text: (
              <>
                <span className="font-medium">{stageNames[stage]}</span>
                <span className="block text-soft text-sm">{meanings[stage]}</span>
              </>
            ),
          }))}
        />
        <SubmitButton className="button">Change the stage</SubmitButton>
        <p className="text-soft text-sm">
          It asks for your password or passkey again, unless you just signed in.
        </p>
        <Saved>The stage is changed.</Saved>
      </ActionForm>
    </section>
  )
}
