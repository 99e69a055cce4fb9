import { after } from 'next/server'
import type { Answer } from '@/app/ui/action-form'
import type { Actor } from '@/lib/audit/audit'
import { PublicError } from '@/lib/errors'
import { mailsSent } from '@/lib/mail/send'
import { getActor, requireFreshActor } from './staff'

type Result = Partial<Pick<Answer, 'errors' | 'values'>> | undefined

type Operating = {
  previous: Answer
  form: FormData
  /** A dangerous act: who signed in a while ago does it again, and comes back to this page. */
  freshFor?: string
}

const forOperators = 'Only operators can change this. You can read everything; ask one of them.'

/** The one catch of the dashboard's forms: who may act does, everybody else is told why not. */
export async function operate(
  { previous, form, freshFor }: Operating,
  run: (actor: Actor) => Promise<Result>,
): Promise<Answer> {
  const actor = freshFor ? await requireFreshActor(freshFor) : await getActor()
  const attempt = previous.attempt + 1
  const values = toValues(form)
  if (!actor) return { errors: { form: forOperators }, values, attempt }
  after(mailsSent)
  try {
    const { errors = {}, values: made } = (await run(actor)) ?? {}
    return { errors, values: made ?? values, attempt }
  } catch (error) {
    if (!(error instanceof PublicError)) throw error
    const fields = Object.fromEntries((error.fields ?? []).map((one) => [one.field, one.message]))
    const errors = error.fields ? fields : { form: error.message }
    return { errors, values, attempt }
  }
}

/** Told to the second of two operators; what they typed stays in their form. */
export const changedMeanwhile = {
  errors: {
    form: 'Somebody else changed this while you did. Open the page anew, look, and change it again.',
  },
}

/** As the fields take them back: several values of one name are separated by spaces. */
function toValues(form: FormData): Record<string, string> {
  const names = new Set([...form.keys()].filter((name) => !name.startsWith('$')))
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      form
        .getAll(name)
        .filter((value) => typeof value === 'string')
        .join(' '),
    ]),
  )
}
