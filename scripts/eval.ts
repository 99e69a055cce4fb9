import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Installation } from '@/lib/host/installation'
import { modelVariables, readModel } from '@/lib/model-settings'
import { outOfScope } from '@/lib/product'
import { type Prompts, readPrompts, toCases } from './eval/cases'
import { createModel, type Model } from './eval/models'
import { readRecordings, writeRecording } from './eval/recorded'
import { toReport } from './eval/report'
import { runEval } from './eval/run'
import { Mistakes, serveScriptedModel } from './eval/scripted-model'
import { withSite } from './eval/site'
import { installAll } from './eval/surfaces'
import { toTables } from './eval/table'
import { readVariants } from './eval/variants'
import { runScript, StopError } from './stop'

/** Asks models to choose what to call, from what each kind of host tells them: docs/evals.md. */

const usage = `Use: npm run eval -- [--site URL] [--record] [--scripted] [--json] [--out FILE.json]
Without a model in the environment, the answers in evals/recorded are judged again.`

type Options = ReturnType<typeof read>

await runScript(async () => {
  const options = read()
  return options.site
    ? evaluate(options.site, options)
    : withSite((origin) => evaluate(origin, options))
})

async function evaluate(origin: string, options: Options): Promise<number> {
  const prompts = await readPrompts('evals/prompts.json')
  prompts.negatives.unshift(...outOfScope)
  const installations = await installAll(origin)
  const variants = await readVariants('evals/variants')
  const { models, close } = await openModels(options, { prompts, installations })
  const runs = await runEval({ prompts, installations, variants, models })
  await close()
  const report = toReport(runs)
  if (options.record) {
    for (const { name } of models) {
      const lines = runs.filter(({ model }) => model === name).flatMap((run) => run.lines)
      await writeRecording(`evals/recorded/${name.replace(/[^\w.-]/g, '-')}.jsonl`, lines)
    }
  }
  if (options.out) await writeFile(options.out, JSON.stringify(report))
  console.log(options.json ? JSON.stringify(report) : toTables(report))
  return report.rows.every(({ cases, verdicts }) => cases === verdicts.failed) ? 1 : 0
}

type Opened = { models: Model[]; close: () => Promise<void> }

async function openModels(
  { scripted, record }: Options,
  { prompts, installations }: { prompts: Prompts; installations: Installation[] },
): Promise<Opened> {
  if (scripted) {
    const cases = toCases(prompts, installations)
    const mistakes = Mistakes.parse(
      JSON.parse(await readFile('evals/scripted-mistakes.json', 'utf8')),
    )
    const { baseUrl, close } = await serveScriptedModel({ cases, mistakes, today: prompts.today })
    const settings = { speaks: 'openai', name: 'scripted', apiKey: null, baseUrl } as const
    return { models: [createModel(settings)], close }
  }
  const settings = readModel(z.object(modelVariables).parse(process.env))
  const models = settings
    ? [createModel(settings)]
    : record
      ? []
      : await readRecordings('evals/recorded')
  if (models.length === 0) throw new StopError(`There is no model to ask. ${usage}`)
  return { models, close: async () => {} }
}

function read() {
  try {
    return parseArgs({
      options: {
        site: { type: 'string' },
        record: { type: 'boolean', default: false },
        scripted: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        out: { type: 'string' },
      },
    }).values
  } catch (error) {
    throw new StopError(`${(error as Error).message}. ${usage}`)
  }
}
