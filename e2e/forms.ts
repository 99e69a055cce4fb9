import type { APIRequestContext, APIResponse } from '@playwright/test'

/** A form as a page without script has it. */
export type Form = { action: string; fields: Record<string, string> }

/** The forms of a page, with what they hold before anybody types. */
export async function formsOf(request: APIRequestContext, path: string): Promise<Form[]> {
  const html = await (await request.get(path)).text()
  return [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', body = '']) => ({
    action: attribute(head, 'action') || path,
    fields: Object.fromEntries(
      [...body.matchAll(/<input([^>]*)>/g)]
        .map(([, input = '']) => [attribute(input, 'name'), attribute(input, 'value')])
        .filter(([name]) => name),
    ),
  }))
}

export const post = (
  request: APIRequestContext,
  { action, fields }: Form,
  headers: Record<string, string>,
): Promise<APIResponse> => request.post(action, { multipart: fields, headers, maxRedirects: 0 })

const attribute = (tag: string, name: string): string =>
  (tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
