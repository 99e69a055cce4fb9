/** JSON-RPC 2.0 as MCP narrows it: ids are strings or integers, params are objects. */
export type Message =
  | { kind: 'request'; id: Id; method: string; params: Params }
  | { kind: 'notification'; method: string; params: Params }
  | { kind: 'response' }

export type Id = string | number
export type Params = Record<string, unknown>

export const parseError = -32700
export const invalidRequest = -32600
export const methodNotFound = -32601
export const invalidParams = -32602
export const internalError = -32603
/** Refused before it came to a method; the HTTP status says more. */
export const refused = -32000

/** The answer to a request is an error of the protocol; `status` is HTTP's. */
export class RpcError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly status = 200,
    readonly data?: unknown,
  ) {
    super(message)
    this.name = 'RpcError'
  }
}

export function readMessage(value: unknown): Message {
  if (!isRecord(value) || value.jsonrpc !== '2.0') throw notAMessage()
  if (!Object.hasOwn(value, 'method')) {
    if (isId(value.id) && (Object.hasOwn(value, 'result') || Object.hasOwn(value, 'error'))) {
      return { kind: 'response' }
    }
    throw notAMessage()
  }
  const { id, method, params = {} } = value
  if (typeof method !== 'string' || !isRecord(params)) throw notAMessage()
  if (!Object.hasOwn(value, 'id')) return { kind: 'notification', method, params }
  if (!isId(id)) throw notAMessage()
  return { kind: 'request', id, method, params }
}

/** The id to answer with; null where none can be read (JSON-RPC 2.0 §5). */
export const idOf = (value: unknown): Id | null =>
  isRecord(value) && typeof value.method === 'string' && isId(value.id) ? value.id : null

export const toErrorText = (id: Id | null, { code, message, data }: RpcError): string =>
  JSON.stringify({
    jsonrpc: '2.0',
    id,
    error: { code, message, ...(data !== undefined && { data }) },
  })

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isId = (value: unknown): value is Id =>
  typeof value === 'string' || Number.isSafeInteger(value)

const notAMessage = () => new RpcError(invalidRequest, 'This is not a JSON-RPC 2.0 message.', 400)
