'use server'

import { redirect } from 'next/navigation'
import { textOf } from '@/app/(account)/form-state'
import type { Answer } from '@/app/ui/action-form'
import { signInHref } from '@/app/ui/hrefs'
import type { AskRule } from '@/lib/confirmations/rules'
import { removeSpendingLimit, setAskRule, setSpendingLimit } from '@/lib/held-actions'
import { getTranslator } from '@/lib/session/locale'
import { getPerson } from '@/lib/session/person'
import { readMinor } from './money'

export async function submitRule(previous: Answer, form: FormData): Promise<Answer> {
  const { accountId, connection, page } = await toAsked(form)
  const operation = textOf(form, 'operation')
  const [amountField, currencyField] = [`above-${operation}`, `currency-${operation}`]
  const mode = textOf(form, 'mode')
  const currency = textOf(form, currencyField)
  const above = readMinor(textOf(form, amountField), currency)
  const fields = ['mode', amountField, currencyField]
  if (mode === 'above' && above === null)
    return wrong(previous, form, fields, amountField, 'amount')
  const rule = (
    mode === 'above' ? { mode, above, currency } : { mode, above: null, currency: null }
  ) as AskRule
  const isSet = await setAskRule(accountId, connection, { operation, rule })
  return isSet ? redirect(`${page}?saved=1`) : wrong(previous, form, fields, 'form', 'gone')
}

export async function submitLimit(previous: Answer, form: FormData): Promise<Answer> {
  const { accountId, connection, page } = await toAsked(form)
  const [writes, amount] = [textOf(form, 'dailyWrites'), textOf(form, 'dailyAmount')]
  const currency = textOf(form, 'dailyCurrency')
  const dailyWrites = writes.trim() === '' ? null : Number(writes)
  const dailyAmount = amount.trim() === '' ? null : readMinor(amount, currency)
  const fields = ['dailyWrites', 'dailyAmount', 'dailyCurrency']
  const isCount = dailyWrites === null || (Number.isInteger(dailyWrites) && dailyWrites >= 1)
  if (!isCount || Number(dailyWrites) > 1000) {
    return wrong(previous, form, fields, 'dailyWrites', 'count')
  }
  if (amount.trim() !== '' && dailyAmount === null) {
    return wrong(previous, form, fields, 'dailyAmount', 'amount')
  }
  if (dailyWrites === null && dailyAmount === null) {
    await removeSpendingLimit(accountId, connection)
    redirect(`${page}?saved=1`)
  }
  const limit = { dailyWrites, dailyAmount, currency: dailyAmount === null ? null : currency }
  const isSet = await setSpendingLimit(accountId, connection, limit)
  return isSet ? redirect(`${page}?saved=1`) : wrong(previous, form, fields, 'form', 'gone')
}

async function wrong(
  previous: Answer,
  form: FormData,
  fields: string[],
  field: string,
  what: 'amount' | 'count' | 'gone',
): Promise<Answer> {
  const t = await getTranslator('asking')
  return {
    errors: { [field]: t(`errors.${what}`) },
    values: Object.fromEntries(fields.map((name) => [name, textOf(form, name)])),
    attempt: previous.attempt + 1,
  }
}

async function toAsked(form: FormData) {
  const connection = textOf(form, 'connection')
  const page = `/account/asking/${encodeURIComponent(connection)}`
  const person = await getPerson()
  return { accountId: person ? person.id : redirect(signInHref(page)), connection, page }
}
