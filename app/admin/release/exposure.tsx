import { Part } from '@/app/admin/ui/part'
import { Saved } from '@/app/admin/ui/saved'
import { ActionForm } from '@/app/ui/action-form'
import { AnswerErrors } from '@/app/ui/answer-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { catalog } from '@/lib/operations'
import { type Surface, surfaces, withheld } from '@/lib/release/exposure'
import { readForChange } from '@/lib/settings/setting'
import { submitExposure } from './actions'
import { readCosts } from './costs'
import { TokenTotal } from './token-total'

const surfaceNames: Record<Surface, string> = {
  plugin: 'Plugin (2023)',
  action: 'GPT Action',
  mcp: 'MCP',
  copilot: 'Copilot',
}

/** Which operations are published where, and what each choice costs a model. */
export async function Exposure() {
  const { value, version } = await readForChange(withheld)
  const costs = await readCosts()
  const costOf = (name: string, surface: Surface) => costs.get(name)?.[surface] ?? 0
  const totalOf = (surface: Surface) =>
    catalog.operations
      .filter(({ name }) => !value[surface].includes(name))
      .reduce((sum, { name }) => sum + costOf(name, surface), 0)
  return (
    <Part
      id="exposure"
      title="Where it is published"
      lead="Each operation takes tokens of a model’s attention before it is ever used. What is not published on a surface is not there at all."
    >
      <ActionForm act={submitExposure} className="mt-4 space-y-4">
        <AnswerErrors title="Not changed:" />
        <input type="hidden" name="version" value={version} />
        <table className="data-table card">
          <caption className="sr-only">Operations by surface, with their tokens</caption>
          <thead>
            <tr>
              <th scope="col">Operation</th>
              {surfaces.map((surface) => (
                <th key={surface} scope="col" data-number>
                  {surfaceNames[surface]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {catalog.operations.map(({ name }) => (
              <tr key={name}>
                <td data-title="Operation">
                  <code className="font-medium">{name}</code>
                </td>
                {surfaces.map((surface) => (
                  <td key={surface} data-title={surfaceNames[surface]} data-number>
                    <label className="inline-flex min-h-6 cursor-pointer items-center gap-2">
                      <span className="sr-only">
                        {name} on {surfaceNames[surface]},
                      </span>
                      {costOf(name, surface)}
                      <span className="sr-only">tokens</span>
                      <input
                        type="checkbox"
                        name={surface}
                        value={name}
                        data-tokens={costOf(name, surface)}
                        defaultChecked={!value[surface].includes(name)}
                        className="size-5 accent-brand"
                      />
                    </label>
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <td data-title="Operation" className="font-semibold">
                Tokens in all
              </td>
              {surfaces.map((surface) => (
                <td key={surface} data-title={surfaceNames[surface]} data-number>
                  <TokenTotal surface={surface} saved={totalOf(surface)} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
        <SubmitButton className="button button-small">Save what is published</SubmitButton>
        <Saved>What is published is saved.</Saved>
      </ActionForm>
    </Part>
  )
}
