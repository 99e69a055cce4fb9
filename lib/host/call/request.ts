import type { Sending } from '@/lib/outbound/send'
import type { Operation, Parameter } from '../installation'
import { isObject, own } from '../json'
import type { Profile } from '../profiles/profile'
import type { Calling } from './call'
import type { Traits } from './traits'

/** The request of an operation as this host builds it, without who makes it; null when a part of the path is missing. */
export function toRequest(
  { installation, operation, input }: Pick<Calling, 'installation' | 'operation' | 'input'>,
  profile: Profile,
  traits: Traits,
): Sending | null {
  const given = (place: Parameter['in']) =>
    operation.parameters
      .filter((parameter) => parameter.in === place)
      .map((parameter) => ({ ...parameter, value: own(input, parameter.name) }))
      .filter(({ value }) => value !== undefined && (value !== null || place === 'body'))

  let path = operation.path ?? ''
  for (const { name, value } of given('path')) {
    path = path.replaceAll(`{${name}}`, encodeURIComponent(toText(value)))
  }
  // A part that is empty, or climbs, would be another operation.
  const isWhole =
    path.split('/').every((part) => !/^(%2e|\.){1,2}$|[{}]/i.test(part)) && !path.includes('//')
  if (!isWhole) return null

  const url = new URL(installation.server + path)
  for (const parameter of given('query')) {
    for (const [name, value] of toQuery(parameter)) url.searchParams.append(name, value)
  }
  const body = bodyOf(operation, given('body'))
  return {
    method: operation.method ?? 'POST',
    url: url.href,
    headers: toHeaders(operation, profile, traits),
    ...(body !== null && { body }),
  }
}

type Given = Parameter & { value: unknown }

// OpenAPI 3.1 §4.8.12.6: style form, which is the default in a query.
function toQuery({ name, value, explode }: Given): [string, string][] {
  if (Array.isArray(value)) {
    return explode
      ? value.map((each) => [name, toText(each)])
      : [[name, value.map(toText).join(',')]]
  }
  if (isObject(value) && explode)
    return Object.entries(value).map(([key, each]) => [key, toText(each)])
  return [[name, toText(value)]]
}

function bodyOf({ bodyType }: Operation, given: Given[]): string | null {
  if (bodyType === null) return null
  if (bodyType === 'application/json') {
    return JSON.stringify(Object.fromEntries(given.map(({ name, value }) => [name, value])))
  }
  return new URLSearchParams(given.map(({ name, value }) => [name, toText(value)])).toString()
}

const toText = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

function toHeaders(
  operation: Operation,
  { calling }: Profile,
  traits: Traits,
): Record<string, string> {
  const type = operation.bodyType ?? (calling.typeOnGet ? 'application/json' : null)
  const values = {
    conversation: ['openai-conversation-id', traits.conversationId],
    'ephemeral-user': ['openai-ephemeral-user-id', traits.ephemeralUserId],
    subdivision: ['openai-subdivision-1-iso-code', traits.subdivision],
    gpt: ['openai-gpt-id', traits.gptId],
  } as const
  const own = calling.headers.flatMap((header) => {
    const [name, value] = values[header]
    return value === null ? [] : [[name, value]]
  })
  return {
    accept: '*/*',
    'user-agent': calling.userAgent,
    ...(type !== null && { 'content-type': type }),
    ...Object.fromEntries(own),
  }
}
