import { env } from '@/lib/env'

/** What the operation said of what it did, from the JSON that it answered. */
export function messageIn(result: string | null): string | null {
  const { message } = read(result)
  return typeof message === 'string' ? message : null
}

/** Where what came of it can be seen: the first `url` of a thing in the answer, if it leads to this site. */
export function linkIn(result: string | null): string | null {
  const urls = Object.values(read(result)).map((thing) =>
    typeof thing === 'object' && thing !== null && 'url' in thing ? thing.url : null,
  )
  const own = `${env().origin}/`
  return urls.find((url): url is string => typeof url === 'string' && url.startsWith(own)) ?? null
}

const read = (result: string | null): Record<string, unknown> =>
  result === null ? {} : JSON.parse(result)
