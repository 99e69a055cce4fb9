'use server'

import { revalidatePath } from 'next/cache'
import { textOf } from '@/app/(account)/form-state'
import { changedMeanwhile, operate } from '@/app/admin/operate'
import type { Answer } from '@/app/ui/action-form'
import type { Actor } from '@/lib/audit/audit'
import { PublicError } from '@/lib/errors'
import { catalog } from '@/lib/operations'
import { surfaces, withheld } from '@/lib/release/exposure'
import { places } from '@/lib/release/places'
import { isStage, operationStages, pluginStage, type Stage } from '@/lib/release/stage'
import { changeSetting, type Setting } from '@/lib/settings/setting'

const page = '/admin/release'

export async function submitStage(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form, freshFor: page }, async (by) => {
    const stage = textOf(form, 'stage')
    if (!isStage(stage)) throw new PublicError('invalid_request', 'Choose one of the three stages.')
    return change(form, by, { setting: pluginStage, value: stage })
  })
}

export async function submitOperations(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form, freshFor: page }, (by) =>
    change(form, by, { setting: operationStages, value: toStages(form) }),
  )
}

export async function submitExposure(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form, freshFor: page }, (by) => {
    const names = catalog.operations.map(({ name }) => name)
    const without = surfaces.map((surface) => {
      const shown = form.getAll(surface)
      return [surface, names.filter((name) => !shown.includes(name))] as const
    })
    const value = withheld.schema.parse(Object.fromEntries(without))
    return change(form, by, { setting: withheld, value })
  })
}

export async function submitPlaces(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form }, async (by) => {
    const given = { testers: Number(textOf(form, 'testers')), days: Number(textOf(form, 'days')) }
    const read = places.schema.safeParse(given)
    if (read.success) return change(form, by, { setting: places, value: read.data })
    const fields = read.error.issues.map(({ path: [field] }) => ({
      field: String(field),
      message: field === 'days' ? 'Enter 1 to 365 days.' : 'Enter 1 to 10,000 places.',
    }))
    throw new PublicError('invalid_request', 'Enter whole numbers.', { fields })
  })
}

async function change<Value>(
  form: FormData,
  by: Actor,
  { setting, value }: { setting: Setting<Value>; value: Value },
) {
  const version = Number(textOf(form, 'version'))
  if (!(await changeSetting(setting, { value, version, by }))) return changedMeanwhile
  revalidatePath(page)
}

/** What is not a stage, or of no operation, is as the plugin. */
const toStages = (form: FormData): Record<string, Stage> =>
  Object.fromEntries(
    catalog.operations.flatMap(({ name }) => {
      const stage = textOf(form, `stage.${name}`)
      return isStage(stage) ? [[name, stage]] : []
    }),
  )
