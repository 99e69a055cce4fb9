export const installationHref = (id: string): string => `/playground/${id}`

export const chatHref = (id: string): string => `/playground/chat/${id}`

/**
 * The end of a conversation in which something happened. An address of its own: Next takes one that
 * differs in its hash alone for the page that is shown already.
 */
export const lastHref = (id: string, goes = false): string =>
  `${chatHref(id)}${query({ at: String(Date.now()), goes: goes ? 'on' : undefined })}#last`

/** A plain link: who follows it is sent on to the plugin, which no form of this site may do. */
export const linkHref = (id: string, { chat, scope }: { chat?: string; scope?: string } = {}) =>
  `/playground/${id}/link${query({ chat, scope })}`

export type Wished = { installation: string; operation: string; input: string }

/** The form of an operation, with these arguments in it; `confirm`: the host's card instead. */
export const wishHref = (chat: string, wished: Wished, confirm = false): string =>
  `${chatHref(chat)}${query({ ...wished, confirm: confirm ? '1' : undefined })}#wish`

export const viewHref = (id: string, operation: string): string =>
  `/playground/${id}/view/${encodeURIComponent(operation)}`

/** Pictures of others come through this server. */
export const pictureHref = (url: string): string => `/playground/picture${query({ url })}`

function query(parts: Record<string, string | undefined>): string {
  const given = Object.entries(parts).filter((part): part is [string, string] => !!part[1])
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}
